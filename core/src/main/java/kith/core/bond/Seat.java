package kith.core.bond;

import java.util.List;

/// One of the two places in a bond. Nothing in the model prefers one.
public enum Seat {
  ZERO(0),
  ONE(1);

  /// Both, in order. `values()` copies, and the fold asks at every response.
  static final List<Seat> BOTH = List.of(ZERO, ONE);

  private final int number;

  Seat(int number) {
    this.number = number;
  }

  /// 0 or 1, as entries and views have it.
  public int number() {
    return number;
  }

  /// The seat of the other person.
  public Seat other() {
    return this == ZERO ? ONE : ZERO;
  }
}
