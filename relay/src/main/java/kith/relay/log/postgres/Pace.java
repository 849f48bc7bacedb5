package kith.relay.log.postgres;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How soon one group may follow another. A group costs the server and us about as much whether it
/// is small or not, so that many small ones can fill a machine that could do far more; as long as
/// several come at a time, a group therefore waits a little for more. Whoever comes alone never
/// waits. PostgreSQL's own `commit_delay` and `commit_siblings` do the same for one commit.
///
/// The time is the same however long a group takes. When it grew with that, a group that had met a
/// slow disk was followed by larger ones, each of which took as long: whoever wrote at that moment
/// went on to wait together (measured).
///
/// Used by one thread at a time.
final class Pace {
  /// Together in the group before: fewer gain nothing by waiting.
  private static final int SIBLINGS = 3;

  private final long nanos;
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
    long end = begun + nanos;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /// A group of so many begins now.
  void begin(int count) {
    begun = System.nanoTime();
    together = count;
  }
}
