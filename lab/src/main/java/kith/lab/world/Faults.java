package kith.lab.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.lab.dice.Dice;

/// Which fault meets which occasion of which device. Each occasion has a name, `a-send-17`; what
/// meets it hangs on the seed and on this name alone, so that one fault can be left out and all
/// others stay.
public final class Faults {
  private final Dice dice;
  private final Plan plan;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> met = new ArrayList<>();
  private final Map<Fault, Integer> came = new EnumMap<>(Fault.class);
  private boolean calm;

  /// How often faults come.
  ///
  /// @param sends share of requests that meet one
  /// @param writes share of writes to a device's disk
  /// @param days share of the times that a device is taken in hand
  /// @param kinds the kinds that come
  /// @param only nothing: all that the seed has; or the names of the occasions that meet theirs
  public record Plan(
      double sends, double writes, double days, Set<Fault> kinds, Optional<Set<String>> only) {
    public static final Plan NONE = new Plan(0, 0, 0, Set.of(), Optional.empty());

    /// As hard as a year can bear in which people still get to talk.
    public static final Plan HARD =
        new Plan(0.03, 0.006, 0.02, Set.of(Fault.values()), Optional.empty());

    public Plan only(Set<String> names) {
      return new Plan(sends, writes, days, kinds, Optional.of(names));
    }

    public Plan kinds(Set<Fault> some) {
      return new Plan(sends, writes, days, some, only);
    }
  }

  Faults(Dice dice, Plan plan) {
    this.dice = dice;
    this.plan = plan;
  }

  /// Nothing goes wrong while it is calm.
  void calm(boolean now) {
    calm = now;
  }

  /// The names of the occasions that met a fault, in order.
  List<String> met() {
    return List.copyOf(met);
  }

  /// How many of each kind came.
  Map<Fault, Integer> kinds() {
    return Map.copyOf(came);
  }

  Optional<Fault> onSend(String device) {
    return on(device + "-send", plan.sends(), Fault.OF_REQUESTS);
  }

  Optional<Fault> onWrite(String device) {
    return on(device + "-write", plan.writes(), Fault.OF_WRITES);
  }

  Optional<Fault> onDay(String device) {
    return on(device + "-day", plan.days(), Fault.OF_DAYS);
  }

  /// How far or how long the fault of the latest occasion goes, 0 to 1.
  double extent() {
    return chance(met.getLast()).branch(1).even();
  }

  private Dice chance(String name) {
    return dice.branch(name.hashCode());
  }

  private Optional<Fault> on(String occasion, double share, List<Fault> kinds) {
    int count = counts.merge(occasion, 1, Integer::sum);
    if (calm || share == 0) {
      return Optional.empty();
    }
    String name = occasion + "-" + count;
    Dice chance = chance(name);
    if (!chance.chance(share)) {
      return Optional.empty();
    }
    Fault fault = kinds.get(chance.below(kinds.size()));
    boolean comes =
        plan.kinds().contains(fault) && plan.only().map(only -> only.contains(name)).orElse(true);
    if (comes) {
      met.add(name);
      came.merge(fault, 1, Integer::sum);
    }
    return comes ? Optional.of(fault) : Optional.empty();
  }
}
