package kith.relay.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until the test moves it.
public final class MovingClock extends Clock {
  /// The first day of every test.
  public static final int FIRST_DAY = 20_000;

  private static final long DAY = 86_400_000L;

  private final AtomicLong millis = new AtomicLong(FIRST_DAY * DAY);

  public void toDay(int day) {
    millis.set(day * DAY);
  }

  public void plusMillis(long more) {
    millis.addAndGet(more);
  }

  @Override
  public long millis() {
    return millis.get();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
