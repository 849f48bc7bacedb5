package kith.relay.log;

/// The relay's own time for ticks, in minutes: it follows the clock, but only steadily and never
/// back. It is kept in the store, for all nodes together.
///
/// A clock that has made a step (forwards by more than [#STEP], or backwards by as much) is
/// believed only after it has gone on steadily for [#HOLD]; until then no tick comes. So a clock
/// that was wrong for a moment makes nothing early. If it then shows less than has been reached,
/// time goes on from there, so that nothing comes twice and nobody waits for the clock to catch up.
///
/// @param reached the time that ticks go by
/// @param shift what is added to the clock to get it
/// @param seen what the clock showed last
/// @param held what the clock must show before it is believed again
public record TickTime(long reached, long shift, long seen, long held) {
  /// Minutes in a day.
  public static final int DAY = 1440;

  /// Minutes between two looks at the clock beyond which it has made a step; it is looked at every
  /// minute.
  static final int STEP = 30;

  /// Minutes of steady going after which a clock is believed; as long as the step that a wrong time
  /// zone makes.
  static final int HOLD = 60;

  private static final long MILLIS_PER_MINUTE = 60_000;

  /// Where a new relay begins.
  public static TickTime begin(long clockMillis) {
    long now = minutes(clockMillis);
    return new TickTime(now, 0, now, now);
  }

  private static long minutes(long clockMillis) {
    return Math.floorDiv(clockMillis, MILLIS_PER_MINUTE);
  }

  /// After a look at the clock.
  public TickTime look(long clockMillis) {
    long now = minutes(clockMillis);
    long step = now - seen;
    if (step > STEP || step < -STEP) {
      return new TickTime(reached, shift, now, now + HOLD);
    }
    if (step <= 0) {
      return this;
    }
    return now < held ? new TickTime(reached, shift, now, held) : believe(now);
  }

  private TickTime believe(long now) {
    long shown = now + shift;
    if (shown < reached - HOLD) {
      return new TickTime(reached, reached - now, now, now);
    }
    return new TickTime(Math.max(reached, shown), shift, now, now);
  }

  /// The tick epoch of a bond whose day begins `offset` minutes early.
  public static int epoch(long reached, int offset) {
    return Math.toIntExact(Math.floorDiv(reached + offset, DAY));
  }

  /// The time at which an epoch of such a bond is over: its tick.
  public static long over(int epoch, int offset) {
    return (epoch + 1L) * DAY - offset;
  }
}
