package kith.lab.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import kith.lab.dice.Dice;
import kith.lab.people.Population;

/// One run of the whole system: people, devices, network, relay and time in one thread, a function
/// of its settings alone.
public final class World {
  private static final long FIRST_DAY = 20_300;

  private static final int FIRST_HOUR = 7;
  private static final int LAST_HOUR = 21;
  private static final int FOUR_WEEKS = 28;

  private final Setting setting;
  private final Dice dice;
  private final Wire.Around around;
  private final List<Bonded> bonds = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<Device> devices = new ArrayList<>();

  /// What a run hangs on.
  ///
  /// @param people two or more; each has a bond with the next
  /// @param often share of the days on which somebody takes their device in hand, 0 to 1
  /// @param lied what the relay tells the second person about the first bond, if it lies
  public record Setting(
      long seed, int people, int days, double often, Faults.Plan faults, Optional<Lied> lied) {
    /// With a relay that is honest.
    public Setting(long seed, int people, int days, double often, Faults.Plan faults) {
      this(seed, people, days, often, faults, Optional.empty());
    }

    /// The same with another seed.
    public Setting seeded(long other) {
      return new Setting(other, people, days, often, faults, lied);
    }

    /// The same with other faults.
    public Setting with(Faults.Plan others) {
      return new Setting(seed, people, days, often, others, lied);
    }
  }

  /// A lie, and the day of the run on which it begins.
  public record Lied(Lie lie, int day) {}

  /// How a run ended.
  ///
  /// @param hash SHA-256 of the trace and of every byte that crossed the network
  /// @param met the names of the occasions that met a fault
  /// @param kinds how many faults of each kind came
  /// @param broken the property that did not hold, if one did not
  public record Ended(
      String hash,
      long steps,
      long entries,
      List<String> met,
      Map<Fault, Integer> kinds,
      Optional<Broken> broken) {
    /// What did not hold, in a sentence or two, if something did not.
    public Optional<String> why() {
      return broken.map(Broken::getMessage);
    }
  }

  private final Parts parts;

  private World(Setting setting, Parts parts, Host host, WorldTime time, Consumer<String> reader) {
    this.setting = setting;
    this.parts = parts;
    this.dice = Dice.seeded(setting.seed());
    Faults faults = new Faults(dice.branch(1), setting.faults());
    this.around =
        new Wire.Around(
            time, host, faults, new Trace(time, reader), new Watch(), new PriorityQueue<>());
  }

  /// Runs it.
  ///
  /// @param reader is told the trace, line by line
  public static Ended run(Setting setting, Consumer<String> reader) {
    return run(setting, new Parts(), reader);
  }

  static Ended run(Setting setting, Parts parts, Consumer<String> reader) {
    WorldTime time = new WorldTime(FIRST_DAY * WorldTime.DAY + FIRST_HOUR * 60 * WorldTime.MINUTE);
    try (Host host = parts.host(time, Dice.seeded(setting.seed()).branch(2))) {
      World world = new World(setting, parts, host, time, reader);
      try {
        world.live();
        return world.ended(Optional.empty());
      } catch (Broken broken) {
        world.around.trace().tell("", "BROKEN " + broken.getMessage());
        return world.ended(Optional.of(broken));
      }
    }
  }

  private Ended ended(Optional<Broken> broken) {
    long entries = 0;
    for (Bonded bond : bonds) {
      Member zero = bond.members().getFirst();
      entries += zero.local().isEmpty() ? 0 : zero.standing().read();
    }
    Trace trace = around.trace();
    Faults faults = around.faults();
    return new Ended(trace.hash(), trace.steps(), entries, faults.met(), faults.kinds(), broken);
  }

  private void live() {
    for (int person = 0; person < setting.people(); person++) {
      device(person);
    }
    for (int bond = 0; bond + 1 < setting.people(); bond++) {
      bonds.add(bond(bond));
      bonds.getLast().meet();
    }
    setting.lied().ifPresent(this::lie);
    for (int day = 0; day < setting.days(); day++) {
      day();
      if (day % FOUR_WEEKS == FOUR_WEEKS - 1 || day == setting.days() - 1) {
        allIsDelivered();
      }
    }
  }

  private void lie(Lied lied) {
    long day = FIRST_DAY + lied.day();
    Liar liar = new Liar(lied.lie(), day, around.host(), around.time());
    wires.get(1).lie(liar);
    bonds.getFirst().liesTo(liar);
  }

  private void device(int person) {
    String name = String.valueOf((char) ('a' + person));
    Wire wire = parts.wire(name, around);
    wires.add(wire);
    Disk disk = parts.disk(name, around.faults());
    devices.add(new Device(name, disk, wire, around, dice.branch(100 + person)));
  }

  private Bonded bond(int number) {
    Dice own = dice.branch(1000 + number);
    Population[] kinds = Population.values();
    Two two = new Two(kinds[own.below(kinds.length)], own.branch(1));
    Member zero = new Member(devices.get(number), 0, two, around.watch(), own.branch(2));
    Member one = new Member(devices.get(number + 1), 1, two, around.watch(), own.branch(3));
    return new Bonded(zero, one, around);
  }

  /// Somebody takes a device in hand, at that minute of the day.
  private record Waking(int minute, Bonded bond, Member member) {}

  private void day() {
    long morning = around.time().day() * WorldTime.DAY;
    List<Waking> wakings = new ArrayList<>();
    for (Bonded bond : bonds) {
      for (Member member : bond.members()) {
        if (dice.chance(setting.often())) {
          int minute = (FIRST_HOUR + dice.below(LAST_HOUR - FIRST_HOUR)) * 60 + dice.below(60);
          wakings.add(new Waking(minute, bond, member));
        }
      }
    }
    wakings.sort(Comparator.comparingInt(Waking::minute));
    for (int person = 0; person < devices.size(); person++) {
      misfortune(person);
    }
    for (Waking waking : wakings) {
      around.time().reach(morning + waking.minute() * WorldTime.MINUTE);
      arrivals();
      waking.member().use(around.time().day());
    }
    around.time().reach(morning + LAST_HOUR * 60 * WorldTime.MINUTE + WorldTime.DAY / 12);
    around.host().letTimePass();
    around.time().reach(morning + WorldTime.DAY);
  }

  /// What a day brings upon a device: a clock that jumps, or nobody to reach.
  private void misfortune(int person) {
    Optional<Fault> fault = around.faults().onDay(devices.get(person).name());
    wires.get(person).away(fault.equals(Optional.of(Fault.AWAY)));
    if (fault.equals(Optional.of(Fault.CLOCK_JUMPS))) {
      double far = 2 * around.faults().extent() - 1;
      long wrong = (long) (far * far * far * YEARS * 365 * WorldTime.DAY);
      around.time().jump(devices.get(person).name(), wrong);
      around.trace().tell(devices.get(person).name(), "the clock jumps by " + wrong + " ms");
    }
  }

  private static final double YEARS = 3;

  private void arrivals() {
    while (!around.late().isEmpty() && around.late().peek().due() <= around.time().millis()) {
      Wire.Underway underway = around.late().remove();
      around.trace().tell(underway.device(), "  a request comes late");
      wires.get(underway.device().charAt(0) - 'a').delivered(underway.request());
    }
  }

  private void allIsDelivered() {
    around.faults().calm(true);
    wires.forEach(wire -> wire.away(false));
    bonds.forEach(Bonded::agree);
    around.faults().calm(false);
  }
}
