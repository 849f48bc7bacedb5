package kith.wire;

import java.time.Clock;

/// Days as the relay counts them: whole days since 1970-01-01 UTC. The relay keeps no finer time.
public final class Days {
  private static final long MILLIS_PER_DAY = 86_400_000L;

  private Days() {}

  /// The day that `clock` shows now.
  public static int today(Clock clock) {
    return of(clock.millis());
  }

  /// The day that holds this moment, in milliseconds since 1970 UTC.
  public static int of(long epochMillis) {
    return Math.toIntExact(Math.floorDiv(epochMillis, MILLIS_PER_DAY));
  }

  /// Whether something that lasts up to and including day `expires` is over on day `today`.
  public static boolean over(int expires, int today) {
    return today > expires;
  }
}
