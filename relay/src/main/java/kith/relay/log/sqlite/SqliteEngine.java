package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kith.relay.log.LastResort;
import kith.relay.log.Outcome;
import kith.relay.log.Watcher;
import kith.relay.log.sql.Engine;
import kith.relay.log.sql.Question;
import kith.relay.log.sql.Recording;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Work;
import kith.wire.Days;

/// One thread writes, one moves the log file into the database file, a few read.
final class SqliteEngine implements Engine {
  private final DataFolder folder;
  private final Session session;
  private final Session checkpointSession;
  private final Writer writer;
  private final Checkpoints checkpoints;
  private final Readers readers;
  private final Reserve reserve;
  private final List<Thread> threads = new ArrayList<>();
  private final Recording recording = Recording.asStarted();
  private final AtomicBoolean closed = new AtomicBoolean();

  private SqliteEngine(DataFolder folder, Clock clock, LastResort lastResort) throws SQLException {
    this.folder = folder;
    reserve = new Reserve(folder.reserve());
    Connections connections = new Connections(folder.database());
    session = connections.recorded(recording);
    Schema.bring(session, Days.today(clock));
    checkpointSession = connections.writer();
    checkpoints = new Checkpoints(checkpointSession, lastResort);
    writer = new Writer(session, new Writer.Moving(checkpoints, reserve), clock, lastResort);
    readers = new Readers(connections, lastResort);
  }

  /// Brings the file up to date and starts the threads.
  static SqliteEngine start(DataFolder folder, Clock clock, LastResort lastResort)
      throws SQLException {
    try {
      SqliteEngine engine = new SqliteEngine(folder, clock, lastResort);
      engine.begin();
      return engine;
    } catch (SQLException failure) {
      if (Failure.of(failure) == Failure.DISK_FULL && new Reserve(folder.reserve()).spend()) {
        return start(folder, clock, lastResort);
      }
      throw failure;
    }
  }

  private void begin() {
    threads.add(Thread.ofPlatform().name("kith-write").start(writer));
    threads.add(Thread.ofPlatform().daemon().name("kith-checkpoint").start(checkpoints));
    threads.add(Thread.ofPlatform().daemon().name("kith-reserve").start(reserve::begin));
  }

  @Override
  public <T> CompletableFuture<Outcome<T>> write(Work<T> work) {
    return writer.submit(work);
  }

  @Override
  public <T> CompletableFuture<Outcome<T>> read(Question<T> question) {
    return readers.ask(question);
  }

  @Override
  public void watch(Watcher watcher) {
    writer.watch(watcher);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    writer.close();
    checkpoints.close();
    reserve.close();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      readers.close();
      checkpointSession.close();
      session.close();
      recording.save();
    } catch (SQLException failure) {
      throw new IllegalStateException("the store did not close cleanly", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      folder.close();
    }
  }
}
