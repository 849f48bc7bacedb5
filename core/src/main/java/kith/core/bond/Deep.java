package kith.core.bond;

import java.util.Optional;

/// How many deep exchanges, of ring 3 or 4, were opened of late.
final class Deep {
  private static final long NEVER = Long.MIN_VALUE;

  private Optional<Moment> lastCore = Optional.empty();
  private long day = NEVER;
  private int onDay;
  private int inARow;

  void open(Ring ring, Moment moment) {
    boolean deep = ring.depth() >= Shape.HELD_FROM;
    inARow = deep ? inARow + 1 : 0;
    if (deep) {
      onDay = on(moment.day()) + 1;
      day = moment.day();
    }
    if (ring.depth() == Ring.INNERMOST) {
      lastCore = Optional.of(moment);
    }
  }

  int on(long which) {
    return day == which ? onDay : 0;
  }

  int inARow() {
    return inARow;
  }

  Optional<Moment> lastCore() {
    return lastCore;
  }

  long lastCoreDay() {
    return lastCore.map(Moment::day).orElse(NEVER);
  }
}
