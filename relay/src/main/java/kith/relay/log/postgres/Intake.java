package kith.relay.log.postgres;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Pending;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// What has come in to be written, for all lanes: whichever is free takes the next group. So one
/// group is made while that before it waits for its commit, and nobody waits for two. Work of a
/// home whose earlier work is under way waits until that is done, so it keeps its order.
final class Intake {
  /// Work of one commit: beyond this PostgreSQL gains little (measured).
  static final int GROUP = 256;

  /// Work that may wait: a second's or so; more is refused rather than kept in memory.
  static final int WAITING = 4096;

  /// So much work is worth a group of its own: it is not parted, and does not wait for more.
  private static final int SHARE = 24;

  /// From one group to the next while several come at a time: a third of what an answer may take.
  private static final long PACE_MILLIS = 8;

  /// Quiet time after which a lane may look after other things.
  private static final long IDLE_MILLIS = 500;

  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
  private final Deque<Pending<?>> waiting = new ArrayDeque<>();
  private final Set<Home> underWay = new HashSet<>();

  /// Fair: otherwise a lane without work could keep the other one from it, and from sweeping.
  private final ReentrantLock gathering = new ReentrantLock(true);

  private final ReentrantLock homes = new ReentrantLock();
  private final Condition done = homes.newCondition();
  private final Pace pace = new Pace(PACE_MILLIS);
  private int lanes;
  private volatile boolean closing;
  private volatile boolean ended;

  /// For so many lanes, each of which says when it leaves.
  Intake(int lanes) {
    this.lanes = lanes;
  }

  /// Queues work; refused at once when too much waits.
  void submit(Pending<?> pending) {
    if (!queue.offer(pending)) {
      pending.refuse(Problem.TOO_MANY);
    } else if (ended && queue.remove(pending)) {
      pending.fail(closed());
    }
  }

  /// Lets the lanes end once everything queued is done.
  void close(Pending<?> last) {
    closing = true;
    submit(last);
  }

  /// Whether nothing will come any more.
  boolean isOver() {
    gathering.lock();
    try {
      return closing && queue.isEmpty() && waiting.isEmpty();
    } finally {
      gathering.unlock();
    }
  }

  /// The next group, which is under way until it is done; nothing after a while without work. One
  /// lane gathers at a time.
  @Nullable Group next() throws InterruptedException {
    gathering.lockInterruptibly();
    try {
      return isOver() || !comes() ? null : gathered();
    } finally {
      gathering.unlock();
    }
  }

  private boolean comes() throws InterruptedException {
    if (waiting.isEmpty()) {
      Pending<?> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
      if (first == null) {
        return false;
      }
      waiting.add(first);
    }
    return true;
  }

  private Group gathered() throws InterruptedException {
    if (waiting.size() + queue.size() < SHARE) {
      pace.await();
    }
    homes.lockInterruptibly();
    try {
      while (true) {
        queue.drainTo(waiting, Math.max(0, 2 * GROUP - waiting.size()));
        Group group = Group.take(waiting, Math.max(SHARE, (waiting.size() + 1) / 2), underWay);
        if (!group.isEmpty()) {
          pace.begin((int) group.all().count());
          return group;
        }
        done.await();
      }
    } finally {
      homes.unlock();
    }
  }

  /// All of this group is answered: later work of its homes may begin.
  void done(Group group) {
    homes.lock();
    try {
      group.homes().forEach(underWay::remove);
      done.signalAll();
    } finally {
      homes.unlock();
    }
  }

  /// A lane has ended; with the last one whatever still waits fails.
  void leave() {
    gathering.lock();
    try {
      lanes--;
      if (lanes == 0) {
        ended = true;
        queue.drainTo(waiting);
        waiting.forEach(pending -> pending.fail(closed()));
      }
    } finally {
      gathering.unlock();
    }
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the store is closed");
  }
}
