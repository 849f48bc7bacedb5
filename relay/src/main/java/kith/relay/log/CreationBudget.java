package kith.relay.log;

import java.time.Clock;

/// How many bonds may still be made in this hour, over the whole relay. In memory only.
public final class CreationBudget {
  private static final long MILLIS_PER_HOUR = 3_600_000L;

  private final Clock clock;
  private final int perHour;
  private long hour = Long.MIN_VALUE;
  private int spent;

  /// A budget of `perHour` bonds.
  public CreationBudget(Clock clock, int perHour) {
    this.clock = clock;
    this.perHour = perHour;
  }

  /// Takes one, if there is one.
  public synchronized boolean take() {
    long now = Math.floorDiv(clock.millis(), MILLIS_PER_HOUR);
    if (now != hour) {
      hour = now;
      spent = 0;
    }
    if (spent >= perHour) {
      return false;
    }
    spent++;
    return true;
  }
}
