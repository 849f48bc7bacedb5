package kith.core.bond;

/// One thing of each of the two people.
public record Both<T>(T zero, T one) {
  /// What belongs to `seat`.
  public T of(Seat seat) {
    return seat == Seat.ZERO ? zero : one;
  }

  /// The same, but for `seat`.
  Both<T> with(Seat seat, T thing) {
    return seat == Seat.ZERO ? new Both<>(thing, one) : new Both<>(zero, thing);
  }
}
