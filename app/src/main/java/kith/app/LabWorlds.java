package kith.app;

import java.util.List;
import kith.lab.experiment.Bonds;
import kith.lab.experiment.Workers;
import kith.lab.world.Shrinking;
import kith.lab.world.World;

/// What `kith lab world` prints of one world and of many; the exit code of each says whether a
/// property broke.
final class LabWorlds {

  /// Which faults a broken world needs is looked for in so many runs.
  private static final int SHRINKING_RUNS = 40;

  private LabWorlds() {}

  /// Many worlds: what came of them, and the seed of each that broke a property.
  static int many(Bonds bonds) {
    Progress progress = new Progress(System.err, bonds.bonds());
    List<Bonds.Lived> lived = bonds.run(Workers.all(), progress::done);
    System.out.println(Bonds.text(lived));
    System.out.println("Faults: " + Bonds.faults(lived));
    for (Bonds.Lived one : lived) {
      one.ended().why().ifPresent(why -> System.out.printf("Seed %d: %s%n", one.seed(), why));
    }
    return lived.stream().allMatch(one -> one.ended().why().isEmpty()) ? 0 : 1;
  }

  /// One world with its trace; if it broke a property, the command that breaks it again.
  static int one(World.Setting setting) {
    World.Ended ended = World.run(setting, System.out::println);
    System.out.println("trace " + ended.hash());
    if (ended.broken().isEmpty()) {
      return 0;
    }
    List<String> few = Shrinking.of(setting, ended, SHRINKING_RUNS, runs -> {});
    System.out.printf(
        "Again, with as few faults: ./kith lab world --seed %d --days %d --people %d --only %s%n",
        setting.seed(), setting.days(), setting.people(), String.join(",", few));
    return 1;
  }
}
