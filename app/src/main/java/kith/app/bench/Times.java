package kith.app.bench;

import java.util.Arrays;

/// Durations in nanoseconds, and where most of them lie.
final class Times {
  private static final double NANOS_PER_MILLI = 1e6;

  private long[] values = new long[1024];
  private int count;

  void add(long nanos) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = nanos;
  }

  /// The durations of both.
  Times and(Times other) {
    Times both = new Times();
    both.count = count + other.count;
    both.values = Arrays.copyOf(values, Math.max(1, both.count));
    System.arraycopy(other.values, 0, both.values, count, other.count);
    return both;
  }

  int count() {
    return count;
  }

  /// Milliseconds that this share of all stay within.
  double millis(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    int at = (int) Math.ceil(share * count) - 1;
    return sorted[Math.clamp(at, 0, count - 1)] / NANOS_PER_MILLI;
  }
}
