package kith.core.bond;

import java.util.Optional;

/// What went amiss in an exchange, in the words of the one whom it hurt.
public enum Misstep {
  /// That was too much.
  TOO_MUCH("too-much"),
  /// That was too fast.
  TOO_FAST("too-fast"),
  /// I felt judged.
  JUDGED("judged");

  private final String word;

  Misstep(String word) {
    this.word = word;
  }

  /// Its name in events and commands.
  public String word() {
    return word;
  }

  /// The misstep of that name.
  public static Optional<Misstep> named(String word) {
    for (Misstep misstep : values()) {
      if (misstep.word.equals(word)) {
        return Optional.of(misstep);
      }
    }
    return Optional.empty();
  }
}
