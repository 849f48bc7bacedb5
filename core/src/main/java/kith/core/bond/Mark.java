package kith.core.bond;

/// A place in the bond's order: the number of an entry, and the relay's day on which it came.
public record Mark(long seq, long day) {
  /// Before everything.
  static final Mark START = new Mark(0, 0);

  Mark orLater(Mark other) {
    return other.seq > seq ? other : this;
  }
}
