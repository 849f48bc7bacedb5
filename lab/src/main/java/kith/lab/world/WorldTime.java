package kith.lab.world;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// The time of a simulated world, in milliseconds since 1970 UTC. It goes on when it is told to.
final class WorldTime {
  static final long MINUTE = 60_000;
  static final long DAY = 1440 * MINUTE;

  private long millis;
  private final Map<String, Long> wrong = new HashMap<>();

  WorldTime(long millis) {
    this.millis = millis;
  }

  long millis() {
    return millis;
  }

  long day() {
    return Math.floorDiv(millis, DAY);
  }

  /// Goes on to this time, or stays where it is when that is past.
  void reach(long later) {
    millis = Math.max(millis, later);
  }

  /// What the relay goes by.
  Clock clock() {
    return new Ticking();
  }

  /// From now on a device's clock is wrong by so many milliseconds.
  void jump(String device, long by) {
    wrong.put(device, by);
  }

  /// What a device's own clock shows.
  InstantSource clockOf(String device) {
    return () -> Instant.ofEpochMilli(millis + wrong.getOrDefault(device, 0L));
  }

  private final class Ticking extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }
}
