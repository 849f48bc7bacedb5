package kith.lab.world;

import java.util.Arrays;
import java.util.Optional;

/// Disks and keepings as a careless client would have them.
final class BadDisks {
  /// What a client reads first when it starts.
  private static final String FIRST = "device";

  private BadDisks() {}

  /// What is written when the power goes is half there.
  static final class Torn extends Disk {
    Torn(String device, Faults faults) {
      super(device, faults);
    }

    @Override
    public void write(String name, byte[] content) {
      try {
        super.write(name, content);
      } catch (PowerCut cut) {
        put(name, Arrays.copyOf(content, content.length / 2));
        throw cut;
      }
    }
  }

  /// When it starts again, its key is nowhere.
  static final class Keyless extends Disk {
    private boolean started;

    Keyless(String device, Faults faults) {
      super(device, faults);
    }

    @Override
    public Optional<byte[]> read(String name) {
      if (!name.equals(FIRST)) {
        return super.read(name);
      }
      boolean again = started;
      started = true;
      return again ? Optional.empty() : super.read(name);
    }
  }
}
