package kith.relay.log.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kith.relay.log.Outcome;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Turn;
import kith.relay.log.sql.Work;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// An operation waiting for its turn, then for its commit.
final class Pending<T> {
  private final Work<T> work;
  private final CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
  private List<Turn.Nudge> nudges = List.of();
  private @Nullable Outcome<T> outcome;
  private @Nullable Throwable failure;

  Pending(Work<T> work) {
    this.work = work;
  }

  CompletableFuture<Outcome<T>> answer() {
    return answer;
  }

  /// How much it brings to the log file.
  long bytes() {
    return Checkpoints.ROW_BYTES + work.bytes();
  }

  /// Runs inside the transaction; what comes of it is kept until the commit.
  void run(Session session, Quotas quotas, int today) throws Exception {
    List<Turn.Nudge> heard = new ArrayList<>(1);
    outcome = work.operation().run(new Turn(session, quotas, today, heard));
    nudges = heard;
  }

  /// This operation alone went wrong.
  void failed(Throwable cause) {
    failure = cause;
  }

  /// The commit is durable: tell.
  void committed() {
    if (outcome != null && failure == null) {
      answer.complete(outcome);
    } else {
      fail(failure == null ? new IllegalStateException("no outcome") : failure);
    }
  }

  List<Turn.Nudge> nudges() {
    return failure == null ? nudges : List.of();
  }

  /// Nothing was kept, for a known reason.
  void refuse(Problem problem) {
    answer.complete(Turn.refused(problem));
  }

  /// Nothing can be said to have been kept.
  void fail(Throwable cause) {
    answer.completeExceptionally(cause);
  }
}
