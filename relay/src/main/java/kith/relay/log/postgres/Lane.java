package kith.relay.log.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kith.relay.events.Event;
import kith.relay.log.CreationBudget;
import kith.relay.log.Outcome;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Recording;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Sweep;
import kith.relay.log.sql.Work;
import kith.wire.Days;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// One of a few threads that write, each over a connection of its own. All work of a home goes
/// through one lane. It takes what has come in, up to a group, does it in one transaction, and
/// answers only after the commit has returned.
final class Lane implements Runnable {
  /// Work of one commit: beyond this PostgreSQL gains little (measured).
  static final int GROUP = 256;

  /// Work that may wait: a second's or so; more is refused rather than kept in memory.
  static final int WAITING = 4096;

  /// From one group to the next while several come at a time: a third of what an answer may take.
  private static final long PACE_MILLIS = 8;

  /// Tries of a group that met another node's transaction in an unlucky way.
  private static final int TRIES = 8;

  /// Quiet time after which expired boxes are looked for.
  private static final long IDLE_MILLIS = 500;

  /// What a lane shares with the others.
  record Shared(
      Connections connections, Hints hints, Clock clock, Budgets budgets, Recording recording) {}

  /// What may still be made in this hour.
  record Budgets(CreationBudget bonds, CreationBudget vaults) {}

  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
  private final Deque<Pending<?>> waiting = new ArrayDeque<>();
  private final Pace pace = new Pace(PACE_MILLIS);
  private final Shared shared;
  private final Quotas quotas;
  private final @Nullable Sweep sweep;
  private @Nullable Connection connection;
  private @Nullable Session session;
  private volatile boolean closing;
  private volatile boolean ended;

  /// `sweeps`: whether this lane also erases what has expired.
  Lane(Shared shared, boolean sweeps) {
    this.shared = shared;
    this.quotas = new Quotas(shared.budgets().bonds(), shared.budgets().vaults());
    this.sweep = sweeps ? new Sweep() : null;
  }

  /// Queues work; refused at once when too much waits.
  <T> CompletableFuture<Outcome<T>> submit(Work<T> work) {
    Pending<T> pending = new Pending<>(work);
    if (!queue.offer(pending)) {
      pending.refuse(Problem.TOO_MANY);
    } else if (ended && queue.remove(pending)) {
      pending.fail(closed());
    }
    return pending.answer();
  }

  /// Lets the thread end once everything queued is done.
  void close() {
    closing = true;
    var _ = submit(Work.nothing());
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the store is closed");
  }

  @Override
  public void run() {
    try {
      while (!closing || !queue.isEmpty() || !waiting.isEmpty()) {
        turn();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    ended = true;
    queue.drainTo(waiting);
    waiting.forEach(pending -> pending.fail(closed()));
    disconnect();
  }

  private void turn() throws InterruptedException {
    if (waiting.isEmpty()) {
      Pending<?> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
      if (first == null) {
        rest();
        return;
      }
      waiting.add(first);
    }
    if (waiting.size() + queue.size() < GROUP) {
      pace.await();
    }
    queue.drainTo(waiting, Math.max(0, GROUP - waiting.size()));
    pace.begin(waiting.size());
    perform(Group.take(waiting, GROUP));
  }

  /// Work to be done whole or not at all.
  @FunctionalInterface
  private interface Inside {
    void run(Session session, int today) throws SQLException;
  }

  private void perform(Group group) {
    for (int tries = 1; ; tries++) {
      try {
        transaction((open, today) -> new Turnover(open, shared.hints(), quotas, today).run(group));
        group.all().forEach(Pending::committed);
        shared.hints().tellHere(Group.nudges(group.all()));
        return;
      } catch (SQLException failure) {
        if (Failure.of(failure) != Failure.UNLUCKY || tries >= TRIES) {
          undone(group, failure);
          return;
        }
      } catch (RuntimeException ours) {
        apart(group, ours);
        return;
      }
    }
  }

  private void transaction(Inside inside) throws SQLException {
    boolean committed = false;
    try {
      Session open = connected();
      inside.run(open, Days.today(shared.clock()));
      open.commit();
      committed = true;
    } catch (SQLException failure) {
      if (Failure.of(failure) == Failure.CONNECTION_LOST) {
        disconnect();
      }
      throw failure;
    } finally {
      if (!committed) {
        rollback();
      }
    }
  }

  /// Nothing was kept, or nobody knows.
  private void undone(Group group, SQLException failure) {
    switch (Failure.of(failure)) {
      case OF_AN_OPERATION -> apart(group, failure);
      case DISK_FULL -> group.all().forEach(pending -> pending.refuse(Problem.STORAGE_FULL));
      case UNLUCKY, BUSY -> group.all().forEach(pending -> pending.refuse(Problem.INTERNAL));
      case CONNECTION_LOST -> {
        Event.DATABASE_LOST.note(failure);
        group.all().forEach(pending -> pending.fail(failure));
      }
    }
  }

  /// One of the group cannot be done: each by itself, so that the others are unhurt.
  private void apart(Group group, Exception failure) {
    List<Pending<?>> all = group.all().toList();
    if (all.size() == 1 && group.others().size() == 1) {
      Event.REQUEST_FAILED.note(failure);
      all.getFirst().fail(failure);
      return;
    }
    all.forEach(pending -> perform(Group.alone(pending)));
  }

  private Session connected() throws SQLException {
    Session open = session;
    if (open != null) {
      return open;
    }
    Connection fresh = shared.connections().open("kith-write");
    fresh.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    fresh.setAutoCommit(false);
    Session opened = shared.recording().session(fresh);
    connection = fresh;
    session = opened;
    return opened;
  }

  private void rollback() {
    quotas.forget();
    Connection open = connection;
    if (open == null) {
      return;
    }
    try {
      open.rollback();
    } catch (SQLException lost) {
      disconnect();
    }
  }

  private void disconnect() {
    try {
      if (session != null) {
        session.close();
      }
    } catch (SQLException alreadyGone) {
      // The server sees to what was under way.
    }
    session = null;
    connection = null;
  }

  /// In quiet moments: erase what has expired.
  private void rest() {
    int today = Days.today(shared.clock());
    if (sweep == null || !sweep.due(today)) {
      return;
    }
    try {
      transaction((open, day) -> sweep.step(open, day));
    } catch (SQLException later) {
      Event.ERASING_WAITS.note(later);
    }
  }
}
