package kith.lab.world;

/// What each lie of the relay ends in, for the person it is told to.
final class Lies {
  private Lies() {}

  static String found(Lie lie) {
    return switch (lie) {
      case LEAVES_OUT,
          SHOWS_TWICE,
          CHANGES_A_BIT,
          ANOTHER_DAY,
          FORGES,
          CHANGES_THE_PAST,
          CROSSES_GATES ->
          "stopped, fork";
      case SWAPS, ROLLS_BACK, HIDES_THE_OTHER -> "stopped, rollback";
      case SAYS_IT_WAS_YOU, MIRRORS_AN_OPENING, ERASES_WORDS -> "stopped, not-mine";
    };
  }
}
