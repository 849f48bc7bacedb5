package kith.relay.log.postgres;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How soon one group may follow another. A group costs the server and us about as much whether it
/// is small or not, so that many small ones can fill a machine that could do far more; as long as
/// several come at a time, a group therefore waits a little for more. Whoever comes alone never
/// waits. PostgreSQL's own `commit_delay` and `commit_siblings` do the same for one commit.
///
/// On a busy machine groups take longer than the least time between them, and many small ones would
/// make all of them slower still: then each waits about as long as the one before took.
///
/// [#await] and [#begin] are called by one thread at a time, [#took] by any.
final class Pace {
  /// Together in the group before: fewer gain nothing by waiting.
  private static final int SIBLINGS = 3;

  /// A group that met a stall of the disk holds up those after it by no more than this.
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(24);

  private final long nanos;
  private volatile long last;
  private long begun = System.nanoTime();
  private int together;

  /// At least so many milliseconds from the beginning of one group to that of the next.
  Pace(long millis) {
    nanos = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /// Waits until the next group may begin.
  void await() {
    if (together < SIBLINGS) {
      return;
    }
    long end = begun + Math.max(nanos, Math.min(last, MOST_NANOS));
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /// A group took so long from its beginning to its end.
  void took(long groupNanos) {
    last = groupNanos;
  }

  /// A group of so many begins now.
  void begin(int count) {
    begun = System.nanoTime();
    together = count;
  }
}
