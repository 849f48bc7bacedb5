package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kith.relay.events.Event;
import kith.relay.log.CreationBudget;
import kith.relay.log.LastResort;
import kith.relay.log.Outcome;
import kith.relay.log.Watcher;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Sweep;
import kith.relay.log.sql.Turn;
import kith.relay.log.sql.Work;
import kith.wire.BondId;
import kith.wire.Days;
import kith.wire.Id;
import kith.wire.Limits;
import kith.wire.Problem;

/// The one thread that writes. It takes what has come in, up to a group, runs it in one
/// transaction, each operation in a savepoint of its own, and answers only after the commit has
/// returned.
final class Writer implements Runnable {
  /// Operations of one commit: beyond 64 to 256 SQLite gains nothing (measured).
  static final int GROUP = 256;

  /// Operations that may wait: a few seconds' work; more is refused rather than kept in memory.
  static final int WAITING = 4096;

  /// What a sweep writes at most, roughly: it overwrites a few hundred boxes.
  private static final long SWEPT_BYTES = 4L << 20;

  /// What the operator reads when the disk cannot be trusted any more.
  static final String DISK_FAILED = Event.DISK_FAILED.says();

  /// Quiet time after which the log file is emptied, so that erased bytes leave it too.
  private static final long IDLE_MILLIS = 500;

  /// Nothing to do, but it wakes the thread.
  private static final Work<Integer> WAKE =
      new Work<>(
          "wake", new Home.OfBond(new BondId(new Id(0, 0))), 0, turn -> Turn.done(turn.today()));

  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
  private final Session session;
  private final Clock clock;
  private final LastResort lastResort;
  private final Checkpoints checkpoints;
  private final Reserve reserve;
  private final Sweep sweep = new Sweep();
  private final Quotas quotas;
  private volatile Watcher watcher = (_, _) -> {};
  private final List<Pending<?>> group = new ArrayList<>();
  private volatile boolean closing;
  private volatile boolean ended;

  Writer(Session session, Moving moving, Clock clock, LastResort lastResort) {
    this.session = session;
    this.clock = clock;
    this.checkpoints = moving.checkpoints();
    this.reserve = moving.reserve();
    this.quotas =
        new Quotas(
            new CreationBudget(clock, Limits.BONDS_PER_HOUR),
            new CreationBudget(clock, Limits.VAULTS_PER_HOUR));
    this.lastResort = lastResort;
  }

  /// What moves on the disk beside the transactions.
  record Moving(Checkpoints checkpoints, Reserve reserve) {}

  void watch(Watcher newWatcher) {
    watcher = newWatcher;
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
    var _ = submit(WAKE);
  }

  @Override
  public void run() {
    try {
      while (!closing || !queue.isEmpty()) {
        turn();
      }
      checkpoints.empty(session);
    } catch (Throwable failure) {
      lastResort.stop(DISK_FAILED, failure);
      group.forEach(pending -> pending.fail(failure));
    }
    end();
  }

  private void end() {
    ended = true;
    List<Pending<?>> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(pending -> pending.fail(closed()));
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the store is closed");
  }

  private void turn() throws SQLException, InterruptedException {
    group.clear();
    Pending<?> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      rest();
      return;
    }
    group.add(first);
    queue.drainTo(group, GROUP - 1);
    Optional<Problem> lost =
        reserve.permits() ? transaction(this::commit) : Optional.of(Problem.STORAGE_FULL);
    if (full(lost)) {
      withoutRoom();
      return;
    }
    tell(lost);
    checkpoints.after(session, bytes(group));
  }

  private void tell(Optional<Problem> lost) {
    if (lost.isPresent()) {
      group.forEach(pending -> pending.refuse(lost.get()));
    } else {
      group.forEach(Pending::committed);
      group.forEach(this::nudge);
    }
  }

  /// The disk is full: safety verbs are done, out of the reserve where it must be; others wait.
  private void withoutRoom() throws SQLException {
    reserve.want();
    List<Pending<?>> safety = group.stream().filter(pending -> pending.work().safety()).toList();
    group.removeAll(safety);
    tell(Optional.of(Problem.STORAGE_FULL));
    if (!safety.isEmpty()) {
      takeBack(safety);
    }
  }

  /// Together, in room that the log file has already, or else one by one.
  private void takeBack(List<Pending<?>> safety) throws SQLException {
    become(safety);
    Optional<Problem> lost = transaction(this::commit);
    if (full(lost)) {
      for (Pending<?> pending : safety) {
        become(List.of(pending));
        tell(fromReserve());
      }
    } else {
      tell(lost);
    }
    checkpoints.again(session, bytes(safety));
  }

  private void become(List<Pending<?>> one) {
    group.clear();
    group.addAll(one);
  }

  private Optional<Problem> fromReserve() throws SQLException {
    Optional<Problem> lost = transaction(this::commit);
    while (full(lost) && reserve.spend()) {
      lost = transaction(this::commit);
    }
    if (full(lost)) {
      checkpoints.empty(session);
      lost = transaction(this::commit);
    }
    return lost;
  }

  private static boolean full(Optional<Problem> lost) {
    return lost.isPresent() && lost.get() == Problem.STORAGE_FULL;
  }

  /// How much they bring to the log file.
  private static long bytes(List<Pending<?>> done) {
    long bytes = 0;
    for (Pending<?> pending : done) {
      bytes += Checkpoints.ROW_BYTES + pending.work().bytes();
    }
    return bytes;
  }

  /// A hint only: whoever misses it reads later.
  private void nudge(Pending<?> pending) {
    try {
      pending.nudges().forEach(nudge -> nudge.tell(watcher));
    } catch (RuntimeException nobodyListens) {
      Event.HINT_LOST.note(nobodyListens);
    }
  }

  /// Work to be done whole or not at all.
  @FunctionalInterface
  private interface Inside {
    void run(int today) throws SQLException;
  }

  /// Runs work in a transaction. Empty when it is durable; why, when nothing was kept and the next
  /// may do better. Any other failure goes up, and ends the process.
  private Optional<Problem> transaction(Inside work) throws SQLException {
    try {
      session.run("BEGIN IMMEDIATE");
      work.run(Days.today(clock));
      session.run("COMMIT");
      return Optional.empty();
    } catch (SQLException failure) {
      quotas.forget();
      Problem lost =
          switch (Failure.of(failure)) {
            case DISK_FULL -> Problem.STORAGE_FULL;
            case BUSY -> busy(failure);
            case OF_THE_OPERATION, OF_THE_WORLD -> throw failure;
          };
      rollback();
      return Optional.of(lost);
    }
  }

  private static Problem busy(SQLException failure) {
    Event.STORE_BUSY.note(failure);
    return Problem.INTERNAL;
  }

  /// Rolls back, unless SQLite has done so itself (it may, when the disk is full).
  private void rollback() throws SQLException {
    session.discard();
    try {
      session.run("ROLLBACK");
    } catch (SQLException failure) {
      if (!Failure.nothingToRollBack(failure)) {
        throw failure;
      }
    }
  }

  private void commit(int today) throws SQLException {
    for (Pending<?> pending : group) {
      session.run("SAVEPOINT operation");
      runOne(pending, today);
      session.run("RELEASE operation");
    }
  }

  private void runOne(Pending<?> pending, int today) throws SQLException {
    try {
      pending.run(session, quotas, today);
    } catch (Exception failure) {
      if (failure instanceof SQLException sql && Failure.of(sql) != Failure.OF_THE_OPERATION) {
        throw sql;
      }
      session.run("ROLLBACK TO operation");
      pending.failed(failure);
      Event.REQUEST_FAILED.note(failure);
    }
  }

  /// In quiet moments: make the reserve whole, erase what has expired, then empty the log.
  private void rest() throws SQLException {
    var _ = reserve.permits();
    if (sweep.due(Days.today(clock))) {
      boolean kept = transaction(today -> sweep.step(session, today)).isEmpty();
      checkpoints.after(session, kept ? SWEPT_BYTES : 0);
      return;
    }
    checkpoints.empty(session);
  }
}
