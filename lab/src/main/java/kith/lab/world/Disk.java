package kith.lab.world;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kith.client.Store;

/// A device's disk in memory. What was written stays; the power may go before or after a write.
class Disk implements Store {
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final String device;
  private final Faults faults;

  Disk(String device, Faults faults) {
    this.device = device;
    this.faults = faults;
  }

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(files.get(name)).map(byte[]::clone);
  }

  @Override
  public void write(String name, byte[] content) {
    Optional<Fault> fault = faults.onWrite(device);
    if (fault.equals(Optional.of(Fault.CUT_BEFORE_WRITING))) {
      throw new PowerCut();
    }
    put(name, content);
    if (fault.equals(Optional.of(Fault.CUT_AFTER_WRITING))) {
      throw new PowerCut();
    }
  }

  void put(String name, byte[] content) {
    files.put(name, content.clone());
  }

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }
}
