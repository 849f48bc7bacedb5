package kith.app;

import kith.relay.log.Upkeep;

/// Says what became of upkeep, and gives the exit code.
final class Told {
  private Told() {}

  /// `done` takes bonds, entries, KiB and where.
  static int of(Upkeep upkeep, String done) {
    return switch (upkeep) {
      case Upkeep.Done(var where, long bytes, long bonds, long entries) -> {
        System.out.println(done.formatted(bonds, entries, bytes >> 10, where));
        yield 0;
      }
      case Upkeep.Refused(String why) -> {
        System.err.println(why);
        yield 1;
      }
    };
  }
}
