package kith.relay.log.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.sql.PageOf;
import kith.relay.log.sql.Question;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Turn;
import kith.wire.Problem;

/// A few threads that read, over a pool of connections, so that nobody waits for the writers.
final class Readers implements AutoCloseable {
  /// Connections for reading: as many as a small machine has cores, and one to spare.
  static final int THREADS = 3;

  /// Reads that may wait; more is refused rather than kept in memory.
  private static final int WAITING = 4096;

  /// From one group of pages to the next while several come at a time.
  private static final long PACE_MILLIS = 8;

  private static final long CLOSE_SECONDS = 5;

  private final HikariDataSource pool;
  private final ThreadPoolExecutor threads;
  private final AtomicBoolean gathering = new AtomicBoolean();
  private final Pace pace = new Pace(PACE_MILLIS);
  private final BlockingQueue<Pages.Asked> pages = new ArrayBlockingQueue<>(WAITING);

  Readers(Connections connections) {
    pool = connections.readers(THREADS);
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

  /// Asks for a page, together with the others that wait.
  CompletableFuture<Outcome<Page>> page(PageOf question) {
    Pages.Asked asked = new Pages.Asked(question, new CompletableFuture<>());
    if (pages.offer(asked)) {
      gather();
    } else {
      asked.answer().complete(Turn.refused(Problem.TOO_MANY));
    }
    return asked.answer();
  }

  /// One thread at a time gathers, and then reads while another may gather. It takes along whatever
  /// came before it let another begin.
  private void gather() {
    if (!gathering.compareAndSet(false, true)) {
      return;
    }
    try {
      threads.execute(this::waitingPages);
    } catch (RejectedExecutionException full) {
      gathering.set(false);
      List<Pages.Asked> refused = new ArrayList<>();
      pages.drainTo(refused);
      refused.forEach(asked -> asked.answer().complete(Turn.refused(Problem.TOO_MANY)));
    }
  }

  /// Those that wait, up to a group.
  private void waitingPages() {
    if (pages.size() < Pages.MOST) {
      pace.await();
    }
    List<Pages.Asked> group = new ArrayList<>();
    pages.drainTo(group, Pages.MOST);
    pace.begin(group.size());
    gathering.set(false);
    if (!pages.isEmpty()) {
      gather();
    }
    if (!group.isEmpty()) {
      read(group);
    }
  }

  private void read(List<Pages.Asked> group) {
    try (Connection connection = pool.getConnection();
        Session session = new Session(connection)) {
      Pages.answer(session, group);
    } catch (SQLException | RuntimeException failure) {
      failed(group, failure);
    }
  }

  /// One of the group cannot be answered: each by itself, so that the others are unhurt.
  private void failed(List<Pages.Asked> group, Exception failure) {
    if (group.size() == 1) {
      group.getFirst().answer().completeExceptionally(failure);
      return;
    }
    group.forEach(asked -> answer(asked.question(), asked.answer()));
  }

  private <T> void answer(Question<T> question, CompletableFuture<Outcome<T>> answer) {
    try (Connection connection = pool.getConnection();
        Session session = new Session(connection)) {
      answer.complete(question.ask(session));
    } catch (SQLException | RuntimeException failure) {
      answer.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    pool.close();
  }
}
