package kith.core.bond;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// How deep each topic is open, and what has settled there. Kept by [Bond], read by [Deepening].
final class Rings {
  private static final int RINGS = Ring.INNERMOST + 1;
  private static final long NEVER = Long.MIN_VALUE;

  /// One topic.
  private static final class One {
    int lasting;
    int tonight;
    long atThisSince;
    Mark changed = Mark.START;
    long mendedOn = NEVER;
    int settledWhenMended;
    final int[] settledAt = new int[RINGS];
    final int[] daysAt = new int[RINGS];
    final long[] lastDayAt = new long[RINGS];

    One(int lasting) {
      this.lasting = lasting;
      Arrays.fill(lastDayAt, NEVER);
    }

    void forgetFrom(int ring) {
      Arrays.fill(settledAt, ring, RINGS, 0);
      Arrays.fill(daysAt, ring, RINGS, 0);
      Arrays.fill(lastDayAt, ring, RINGS, NEVER);
    }
  }

  private final Map<Topic, One> topics = new EnumMap<>(Topic.class);
  private final int[] settledWhenOpened = new int[RINGS];
  private int settled;

  Rings(Pace pace) {
    for (Topic topic : Topic.values()) {
      topics.put(topic, new One(pace.atFirst(topic)));
    }
  }

  private One of(Topic topic) {
    return topics.computeIfAbsent(topic, same -> new One(0));
  }

  int lasting(Topic topic) {
    return of(topic).lasting;
  }

  int withTonight(Topic topic) {
    return Math.max(of(topic).lasting, of(topic).tonight);
  }

  int topicsAt(int ring) {
    int open = 0;
    for (One one : topics.values()) {
      open += one.lasting >= ring ? 1 : 0;
    }
    return open;
  }

  void settle(Topic topic, Ring ring, long day) {
    One one = of(topic);
    settled++;
    one.settledAt[ring.depth()]++;
    if (one.lastDayAt[ring.depth()] != day) {
      one.lastDayAt[ring.depth()] = day;
      one.daysAt[ring.depth()]++;
    }
  }

  int settled() {
    return settled;
  }

  int settledAt(Topic topic, int ring) {
    return of(topic).settledAt[ring];
  }

  int daysAt(Topic topic, int ring) {
    return of(topic).daysAt[ring];
  }

  /// The day since which it is as deep as it is.
  long since(Topic topic) {
    return of(topic).atThisSince;
  }

  /// When somebody last stepped back there.
  Mark changed(Topic topic) {
    return of(topic).changed;
  }

  int settledSinceOpening(int ring) {
    return settled - settledWhenOpened[ring];
  }

  void raise(Topic topic, int ring, long day) {
    One one = of(topic);
    one.lasting = ring;
    one.atThisSince = day;
    one.forgetFrom(ring);
    settledWhenOpened[ring] = settled;
  }

  void raiseTonight(Topic topic, int ring) {
    of(topic).tonight = ring;
  }

  void endEvening() {
    for (One one : topics.values()) {
      one.tonight = 0;
    }
  }

  /// What had settled at the ring stepped back to counts anew, so that depth is regained as it was
  /// gained.
  void lower(Topic topic, int depth, Mark now) {
    One one = of(topic);
    one.changed = now;
    one.atThisSince = depth < one.lasting ? now.day() : one.atThisSince;
    one.lasting = Math.min(depth, one.lasting);
    one.tonight = Math.min(depth, one.tonight);
    one.forgetFrom(depth);
  }

  void mend(Topic topic, long day) {
    One one = of(topic);
    one.mendedOn = day;
    one.settledWhenMended = settled;
  }

  /// Whether the topic, though mended, goes no deeper yet on `day`.
  boolean frozen(Topic topic, long day, Pace.Deeper pace) {
    One one = of(topic);
    return one.mendedOn != NEVER
        && (day - one.mendedOn < pace.frozenDays()
            || settled - one.settledWhenMended < pace.frozenSettled());
  }
}
