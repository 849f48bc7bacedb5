package kith.app.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Seat;
import kith.wire.Box;
import kith.wire.Days;
import kith.wire.Limits;

/// Makes bonds with both seats taken, before the run, through the store itself.
final class Prefill {
  private static final int AT_ONCE = 1_000;
  private static final long HOUR = 3_600_000L;
  private static final int INVITATION_BYTES = 64;

  private Prefill() {}

  /// A clock that an hour passes on for each hour's worth of new bonds, up to now.
  static final class Past extends Clock {
    private long millis;

    Past(int bonds) {
      long hours = bonds / Limits.BONDS_PER_HOUR + 2L;
      millis = System.currentTimeMillis() - hours * HOUR;
    }

    synchronized void hourLater() {
      millis += HOUR;
    }

    @Override
    public synchronized long millis() {
      return millis;
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

  static void fill(RelayLog log, Past clock, int bonds, Progress progress) {
    int inThisHour = 0;
    for (int from = 0; from < bonds; from += AT_ONCE) {
      int to = Math.min(bonds, from + AT_ONCE);
      inThisHour += to - from;
      if (inThisHour > Limits.BONDS_PER_HOUR) {
        clock.hourLater();
        inThisHour = to - from;
      }
      make(log, from, to, Days.today(clock));
      progress.at((double) to / bonds);
    }
  }

  private static void make(RelayLog log, int from, int to, int today) {
    Box box = new Box(new byte[INVITATION_BYTES]);
    List<CompletableFuture<?>> steps = new ArrayList<>();
    for (int i = from; i < to; i++) {
      steps.add(log.create(new Requests.CreateBond(Cast.bond(i), hash(i, 0), 0)));
    }
    finish(steps);
    for (int i = from; i < to; i++) {
      Seat seat = new Seat(Cast.bond(i), hash(i, 0));
      steps.add(log.offer(new Requests.Offer(seat, Cast.invitation(i), box, today)));
    }
    finish(steps);
    for (int i = from; i < to; i++) {
      steps.add(log.accept(new Requests.Accept(Cast.invitation(i), box, hash(i, 1))));
    }
    finish(steps);
  }

  private static kith.wire.SeatHash hash(int bond, int seat) {
    return Cast.capability(bond, seat).seatHash();
  }

  private static void finish(List<CompletableFuture<?>> steps) {
    CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new)).join();
    steps.clear();
  }
}
