package kith.relay.log.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import kith.relay.events.Event;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Recording;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Sweep;
import kith.wire.Days;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// One of a few threads that write, each over a connection of its own. It takes a group of what has
/// come in, does it in one transaction, and answers only after the commit has returned.
final class Lane implements Runnable {
  /// Tries of a group that met another node's transaction in an unlucky way.
  private static final int TRIES = 8;

  /// What a lane shares with the others.
  record Shared(
      Intake intake,
      Connections connections,
      Hints hints,
      Clock clock,
      Quotas quotas,
      Recording recording) {}

  private final Shared shared;
  private final @Nullable Sweep sweep;
  private @Nullable Connection connection;
  private @Nullable Session session;

  /// `sweeps`: whether this lane also erases what has expired.
  Lane(Shared shared, boolean sweeps) {
    this.shared = shared;
    this.sweep = sweeps ? new Sweep() : null;
  }

  @Override
  public void run() {
    try {
      while (!shared.intake().isOver()) {
        turn();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    shared.intake().leave();
    disconnect();
  }

  private void turn() throws InterruptedException {
    Group group = shared.intake().next();
    if (group == null) {
      rest();
      return;
    }
    try {
      perform(group);
    } finally {
      shared.intake().done(group);
    }
  }

  /// Work to be done whole or not at all.
  @FunctionalInterface
  private interface Inside {
    void run(Session session, int today) throws SQLException;
  }

  private void perform(Group group) {
    for (int tries = 1; ; tries++) {
      try {
        transaction(
            (open, today) -> new Turnover(open, shared.hints(), shared.quotas(), today).run(group));
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
    shared.quotas().forget();
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
