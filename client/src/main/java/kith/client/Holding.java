package kith.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Everything of one person on this device, in memory as it is kept.
final class Holding {

  private final Surroundings world;
  private Vault vault;
  private final Map<String, Kept> records;
  private Kept personal;

  Holding(Surroundings world, Vault vault) {
    this.world = world;
    this.vault = vault;
    this.records = vault.bonds();
    this.personal = vault.personal();
  }

  Surroundings world() {
    return world;
  }

  Vault vault() {
    return vault;
  }

  /// Whose device it is now.
  Device device() {
    return new Device(world, vault.me(), vault::before);
  }

  /// The same person goes on under other ways in, or other keys.
  void become(Vault next) {
    vault = next;
    records.putAll(next.bonds());
    personal = next.personal();
  }

  /// The names of all bonds on this device.
  List<String> bonds() {
    return List.copyOf(records.keySet());
  }

  boolean has(String local) {
    return records.containsKey(local);
  }

  Kept record(String local) {
    return Objects.requireNonNull(records.get(local), "no such bond on this device");
  }

  Map<String, Kept> records() {
    return Map.copyOf(records);
  }

  /// Keeps the next version of a bond's record, and gives it back.
  Kept keep(String local, Kept record) {
    Kept kept = vault.save(local, record);
    records.put(local, kept);
    return kept;
  }

  Kept personal() {
    return personal;
  }

  void keepPersonal(Kept next) {
    personal = vault.savePersonal(next);
  }
}
