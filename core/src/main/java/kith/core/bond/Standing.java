package kith.core.bond;

import java.util.Optional;
import java.util.OptionalLong;

/// Whether the bond goes on.
public sealed interface Standing {
  /// It does.
  Standing GOES_ON = new GoesOn();

  /// It does.
  record GoesOn() implements Standing {}

  /// It rests; who rests it is not kept.
  ///
  /// @param until the last day of the rest; without one, both resume it together
  record Rests(OptionalLong until) implements Standing {}

  /// It has ended; the same whatever the cause.
  ///
  /// @param note what the one who ended it said, while it is not taken back
  record Over(long day, Seat by, Optional<String> note) implements Standing {
    /// UTF-16 code units: a farewell, in one event box.
    public static final int LONGEST_NOTE = 1000;
  }

  /// How `standing` stands on `day`.
  static Standing on(Standing standing, long day) {
    return switch (standing) {
      case Rests rests when rests.until().isPresent() && day > rests.until().getAsLong() -> GOES_ON;
      case Rests rests -> rests;
      case GoesOn goes -> goes;
      case Over over -> over;
    };
  }
}
