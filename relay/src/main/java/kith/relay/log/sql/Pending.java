package kith.relay.log.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kith.relay.log.Outcome;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// Work waiting for its turn, then for its commit.
public final class Pending<T> {
  private final Work<T> work;
  private final CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
  private List<Turn.Nudge> nudges = List.of();
  private @Nullable Outcome<T> outcome;
  private @Nullable Throwable failure;

  /// Work that nobody has begun.
  public Pending(Work<T> work) {
    this.work = work;
  }

  /// What is to be done.
  public Work<T> work() {
    return work;
  }

  /// Completes after the commit.
  public CompletableFuture<Outcome<T>> answer() {
    return answer;
  }

  /// Runs inside the transaction; what comes of it is kept until the commit. May be run again after
  /// a transaction that was undone.
  public void run(Session session, Quotas quotas, int today) throws SQLException {
    List<Turn.Nudge> heard = new ArrayList<>(1);
    Outcome<T> came = work.operation().run(new Turn(session, quotas, today, heard));
    became(came, heard);
  }

  /// What came of it when it was done together with others.
  public void became(Outcome<T> came, List<Turn.Nudge> heard) {
    outcome = came;
    nudges = heard;
    failure = null;
  }

  /// This work alone went wrong.
  public void failed(Throwable cause) {
    failure = cause;
  }

  /// The commit is durable: tell.
  public void committed() {
    if (outcome != null && failure == null) {
      answer.complete(outcome);
    } else {
      fail(failure == null ? new IllegalStateException("no outcome") : failure);
    }
  }

  /// Word of what is new; none when it went wrong.
  public List<Turn.Nudge> nudges() {
    return failure == null ? nudges : List.of();
  }

  /// Nothing was kept, for a known reason.
  public void refuse(Problem problem) {
    answer.complete(Turn.refused(problem));
  }

  /// Nothing can be said to have been kept.
  public void fail(Throwable cause) {
    answer.completeExceptionally(cause);
  }
}
