package kith.app;

import kith.relay.log.Upkeep;

/// Says what became of upkeep, and gives the exit code.
final class Told {
  private Told() {}

  /// `done` takes how many bonds, how many entries, KiB and where.
  static int of(Upkeep upkeep, String done) {
    return switch (upkeep) {
      case Upkeep.Done(var where, long bytes, long bonds, long entries) -> {
        System.out.println(
            done.formatted(
                many(bonds, "bond", "bonds"),
                many(entries, "entry", "entries"),
                bytes >> 10,
                where));
        yield 0;
      }
      case Upkeep.Refused(String why) -> {
        System.err.println(why);
        yield 1;
      }
    };
  }

  private static String many(long count, String one, String more) {
    return "%,d %s".formatted(count, count == 1 ? one : more);
  }
}
