package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kith.relay.log.LastResort;
import kith.relay.log.Outcome;
import kith.relay.log.sql.Question;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Turn;
import kith.wire.Problem;

/// A few threads that read, each on a connection of its own, so that nobody waits for the writer.
final class Readers implements AutoCloseable {
  /// Connections for reading: as many as a small machine has cores, and one to spare.
  static final int THREADS = 3;

  /// Reads that may wait; more is refused rather than kept in memory.
  private static final int WAITING = 4096;

  private static final long CLOSE_SECONDS = 5;

  private final ArrayBlockingQueue<Session> sessions = new ArrayBlockingQueue<>(THREADS);
  private final List<Session> all = new ArrayList<>();
  private final ThreadPoolExecutor threads;
  private final LastResort lastResort;

  Readers(Connections connections, LastResort lastResort) throws SQLException {
    this.lastResort = lastResort;
    for (int i = 0; i < THREADS; i++) {
      all.add(connections.reader());
    }
    sessions.addAll(all);
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("kith-read-", 0).factory());
  }

  <T> CompletableFuture<Outcome<T>> ask(Question<T> question) {
    CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
    try {
      threads.execute(() -> answer(question, answer));
    } catch (RejectedExecutionException full) {
      answer.complete(Turn.refused(Problem.TOO_MANY));
    }
    return answer;
  }

  private <T> void answer(Question<T> question, CompletableFuture<Outcome<T>> answer) {
    try {
      Session session = sessions.take();
      try {
        answer.complete(question.ask(session));
      } catch (SQLException failure) {
        session.discard();
        throw failure;
      } finally {
        sessions.add(session);
      }
    } catch (SQLException failure) {
      if (Failure.ofTheDisk(failure)) {
        lastResort.stop(Writer.DISK_FAILED, failure);
      }
      answer.completeExceptionally(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      answer.completeExceptionally(stopped);
    } catch (RuntimeException ours) {
      answer.completeExceptionally(ours);
    }
  }

  @Override
  public void close() throws SQLException {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    for (Session session : all) {
      session.close();
    }
  }
}
