package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import kith.relay.log.CreationBudget;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.Watcher;
import kith.relay.log.sql.Engine;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Question;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.SqlLog;
import kith.relay.log.sql.Sweep;
import kith.relay.log.sql.Work;
import kith.wire.Days;
import kith.wire.Limits;
import org.sqlite.SQLiteConfig;

/// A store that keeps everything in memory and nothing on disk, for simulation and tests: the
/// same verbs in the same SQL, done one after another in the thread that asks, so that the same
/// requests in the same order always come to the same. What is in it outlives the logs that are
/// opened on it, as a disk outlives a process, and goes with the store.
public final class MemoryStore implements AutoCloseable {
  private final Session session;

  /// An empty one.
  public MemoryStore() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.enforceForeignKeys(true);
    // Nobody asks for them, and the driver would ask after each insert.
    settings.setGetGeneratedKeys(false);
    try {
      session = new Session(settings.createConnection("jdbc:sqlite::memory:"));
    } catch (SQLException noMemory) {
      throw new IllegalStateException("no store can be made in memory", noMemory);
    }
  }

  /// A log on what is in the store. One at a time, as one process has a folder.
  public RelayLog open(Clock clock) {
    try {
      Schema.bring(session, Days.today(clock));
    } catch (SQLException failure) {
      throw new IllegalStateException("the store in memory is of no use", failure);
    }
    return new SqlLog(clock, new InTurn(session, clock));
  }

  /// What is in it is gone.
  @Override
  public void close() {
    try {
      session.close();
    } catch (SQLException alreadyGone) {
      throw new IllegalStateException(alreadyGone);
    }
  }

  /// One piece of work at a time.
  private static final class InTurn implements Engine {
    private final Session session;
    private final Clock clock;
    private final Quotas quotas;
    private final Sweep sweep = new Sweep();
    private volatile Watcher watcher = (_, _) -> {};

    InTurn(Session session, Clock clock) {
      this.session = session;
      this.clock = clock;
      this.quotas =
          new Quotas(
              new CreationBudget(clock, Limits.BONDS_PER_HOUR),
              new CreationBudget(clock, Limits.VAULTS_PER_HOUR));
    }

    @Override
    public <T> CompletableFuture<Outcome<T>> write(Work<T> work) {
      Pending<T> pending = new Pending<>(work);
      try {
        synchronized (session) {
          transaction(pending);
        }
        pending.nudges().forEach(nudge -> nudge.tell(watcher));
        pending.committed();
      } catch (SQLException | RuntimeException failure) {
        pending.fail(failure);
      }
      return pending.answer();
    }

    private void transaction(Pending<?> pending) throws SQLException {
      session.run("BEGIN");
      try {
        sweep();
        pending.run(session, quotas, Days.today(clock));
        session.run("COMMIT");
      } catch (SQLException | RuntimeException failure) {
        quotas.forget();
        session.discard();
        session.run("ROLLBACK");
        throw failure;
      }
    }

    /// There are no quiet moments here, so what has expired goes with the first request of a day.
    private void sweep() throws SQLException {
      int today = Days.today(clock);
      while (sweep.due(today)) {
        sweep.step(session, today);
      }
    }

    @Override
    public <T> CompletableFuture<Outcome<T>> read(Question<T> question) {
      try {
        synchronized (session) {
          sweep();
          return CompletableFuture.completedFuture(question.ask(session));
        }
      } catch (SQLException | RuntimeException failure) {
        return CompletableFuture.failedFuture(failure);
      }
    }

    @Override
    public void watch(Watcher newWatcher) {
      watcher = newWatcher;
    }

    @Override
    public void close() {
      // What is in the store stays; there is nothing else to let go of.
    }
  }
}
