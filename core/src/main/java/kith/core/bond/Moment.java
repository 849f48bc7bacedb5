package kith.core.bond;

/// A point in time: milliseconds since 1970 UTC. Not `java.time.Instant`, which would more than
/// double the size of the core in the browser.
public record Moment(long milliseconds) implements Comparable<Moment> {
  /// The last whole day that JavaScript's `Date` can hold (ECMA-262, 21.4.1.1).
  public static final long LAST_DAY = 99_999_999;

  private static final long A_DAY = 86_400_000;

  /// Before everything.
  public static final Moment START = new Moment(0);

  /// The first moment of `day`, in whole days since 1970 UTC.
  public static Moment startOf(long day) {
    return new Moment(day * A_DAY);
  }

  /// The whole day in which this lies.
  public long day() {
    return Math.floorDiv(milliseconds, A_DAY);
  }

  /// The nearest moment that lies in `day`.
  public Moment within(long day) {
    long first = day * A_DAY;
    return new Moment(Math.max(first, Math.min(milliseconds, first + A_DAY - 1)));
  }

  /// The later of the two.
  public Moment orLater(Moment other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Moment other) {
    return Long.compare(milliseconds, other.milliseconds);
  }
}
