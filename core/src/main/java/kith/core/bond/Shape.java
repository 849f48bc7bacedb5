package kith.core.bond;

import java.util.Optional;

/// How an exchange goes: its kind and, only where the rules need it, whose it is.
///
/// @param by who wrote its prompt, offered or asked; nothing for a card of a deck
/// @param held whether it opens in two steps: both are bound first, then both keys are given
public record Shape(Kind kind, Optional<Seat> by, boolean held) {
  /// Rings from here on always open in two steps.
  public static final int HELD_FROM = 3;

  /// Whether `seat` tells something in it.
  public boolean tells(Seat seat) {
    return switch (kind) {
      case SEALED -> true;
      case FIRST_STEP -> by.filter(seat::equals).isPresent();
      case ASK -> by.filter(seat.other()::equals).isPresent();
    };
  }
}
