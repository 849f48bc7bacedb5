package kith.relay.log.postgres;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kith.relay.log.CreationBudget;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.Watcher;
import kith.relay.log.sql.Engine;
import kith.relay.log.sql.PageOf;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Question;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Recording;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Turn;
import kith.relay.log.sql.Work;
import kith.wire.Days;
import kith.wire.Limits;
import kith.wire.Problem;

/// A few lanes that write, a few threads that read, and one that hears the other nodes.
final class PostgresEngine implements Engine {
  /// Lanes: while one waits for its commit, another works.
  private static final int LANES = 2;

  private final Hints hints;
  private final Readers readers;
  private final SchemaWatch schema;
  private final Intake intake = new Intake(LANES);
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Recording recording = Recording.asStarted();
  private final AtomicBoolean closed = new AtomicBoolean();

  private PostgresEngine(Connections connections, Clock clock) {
    hints = new Hints(connections);
    readers = new Readers(connections);
    schema = new SchemaWatch(connections);
    var quotas =
        new Quotas(
            new CreationBudget(clock, Limits.BONDS_PER_HOUR),
            new CreationBudget(clock, Limits.VAULTS_PER_HOUR));
    var shared = new Lane.Shared(intake, connections, hints, clock, quotas, recording);
    for (int i = 0; i < LANES; i++) {
      lanes.add(new Lane(shared, i == 0));
    }
  }

  /// Brings the database up to date and starts the threads.
  static PostgresEngine start(String url, Clock clock) throws SQLException {
    Connections connections = new Connections(url);
    try (Session session = new Session(connections.open("kith-schema"))) {
      connections.demandDurable(session);
      Schema.bring(session, Days.today(clock));
    }
    PostgresEngine engine = new PostgresEngine(connections, clock);
    engine.begin();
    return engine;
  }

  private void begin() {
    schema.begin();
    for (Lane lane : lanes) {
      threads.add(Thread.ofPlatform().name("kith-write").start(lane));
    }
    threads.add(Thread.ofPlatform().daemon().name("kith-listen").start(hints));
  }

  @Override
  public <T> CompletableFuture<Outcome<T>> write(Work<T> work) {
    if (schema.tooOld()) {
      return CompletableFuture.completedFuture(Turn.refused(Problem.INTERNAL));
    }
    Pending<T> pending = new Pending<>(work);
    intake.submit(pending);
    return pending.answer();
  }

  @Override
  public <T> CompletableFuture<Outcome<T>> read(Question<T> question) {
    return readers.ask(question);
  }

  @Override
  public CompletableFuture<Outcome<Page>> page(PageOf question) {
    return readers.page(question);
  }

  @Override
  public void watch(Watcher watcher) {
    hints.watch(watcher);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    schema.close();
    intake.close(new Pending<>(Work.nothing()));
    hints.close();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    readers.close();
    recording.save();
  }
}
