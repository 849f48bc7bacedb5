package kith.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import kith.crypto.Suite;

/// One person's devices, over a vault that all of them open, and one bond.
final class Household {

  private static final long NOON_SECONDS = 43_200;

  private static final long DAY_SECONDS = 86_400;

  /// What is around all devices.
  ///
  /// @param suite with keys that repeat from the seed
  record Around(MemoryRelay relay, RandomGenerator random, Suite suite) {}

  /// One of the devices: it can die and be started again with what its store holds.
  static final class Machine {
    final String name;
    final Shaky network;
    private final Surroundings world;
    private final Pair.MemoryStore store = new Pair.MemoryStore();
    Kith kith;

    /// For so many more steps its owner does not use it.
    int off;

    private Machine(String name, Around around) {
      this.name = name;
      this.network = new Shaky(around.relay(), around.random());
      this.world =
          new Surroundings(
              () -> Instant.ofEpochSecond(around.relay().day * DAY_SECONDS + NOON_SECONDS),
              around.suite(),
              network);
      this.kith = Kith.open(world, new Pair.MemoryStore());
    }

    boolean knows(String local) {
      return kith.bonds().contains(local);
    }

    void restart() {
      kith = Kith.open(world, store);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  final List<Machine> machines = new ArrayList<>();

  /// The bond's name on all of them.
  String local = "";

  private final String who;
  private final Around around;
  private final Arriving.Claim sheet;

  Household(String who, Around around) throws Exception {
    this.who = who;
    this.around = around;
    Machine first = machine();
    first.restart();
    List<String> lines = first.kith.keys().newRecovery();
    Key.Recovery code = new Key.Recovery(lines.getFirst(), lines.getLast());
    first.kith.keys().addWay(code);
    first.kith.keys().keep(first.name);
    sheet = new Arriving.Claim(first.kith.keys().accountLine(), code);
  }

  private Machine machine() {
    Machine machine = new Machine(who + (machines.size() + 1), around);
    machines.add(machine);
    return machine;
  }

  /// What that device keeps of the bond.
  Kept record(Machine machine) {
    return java.util.Objects.requireNonNull(machine.kith.vault().bonds().get(local));
  }

  /// One more device comes in with the sheet.
  void add() throws Exception {
    Machine machine = machine();
    machine.kith = Arriving.bySheet(machine.world, machine.store, sheet, machine.name);
  }
}
