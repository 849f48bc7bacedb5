package kith.relay.log.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kith.relay.log.Outcome;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Changes.Share;
import kith.wire.BondId;
import kith.wire.Box;

/// What becomes due as time passes, found without touching it and then done bond by bond, each in
/// a transaction of its own: whatever is interrupted is found again.
final class PassingTime {
  /// Of each kind at a time, so that the work of people never waits long.
  private static final int MOST = 128;

  private final Engine engine;

  PassingTime(Engine engine) {
    this.engine = engine;
  }

  /// One bond's work.
  private record Job(BondId bond, Operation<Integer> operation) {}

  /// Does some of what is due; true when there may be more.
  CompletableFuture<Outcome<Boolean>> pass(Moment now) {
    return engine
        .<List<Job>>read(session -> Turn.done(due(session, now)))
        .thenCompose(
            found ->
                switch (found) {
                  case Outcome.Done<List<Job>>(List<Job> jobs) -> all(jobs);
                  case Outcome.Refused<List<Job>>(var problem) ->
                      CompletableFuture.completedFuture(Turn.refused(problem));
                });
  }

  /// Withdrawals before ends: both of one person may come on the same day, and the end is last.
  private static List<Job> due(Session session, Moment now) throws SQLException {
    List<Job> jobs = new ArrayList<>();
    for (Ticks.Due tick : Ticks.due(session, now.reached(), MOST)) {
      add(jobs, session, tick.bond(), bond -> turn -> Ticks.tick(turn, bond, tick));
    }
    for (Waiting one : waiting(session, "pending_withdrawals", "seq", now.today())) {
      add(jobs, session, one.member().bond(), bond -> turn -> withdraw(turn, one));
    }
    for (Waiting one : waiting(session, "pending_ends", "0", now.today())) {
      add(jobs, session, one.member().bond(), bond -> turn -> Ends.due(turn, bond, one.member()));
    }
    return jobs;
  }

  /// Work once the bond's id is known.
  @FunctionalInterface
  private interface InBond {
    Operation<Integer> of(BondId bond);
  }

  private static void add(List<Job> jobs, Session session, long number, InBond work)
      throws SQLException {
    Optional<BondId> bond = Bonds.id(session, number);
    if (bond.isPresent()) {
      jobs.add(new Job(bond.get(), work.of(bond.get())));
    }
  }

  /// Something put off by a member; `seq` only where it is about an entry.
  private record Waiting(Member member, long seq) {}

  private static List<Waiting> waiting(Session session, String table, String seq, int today)
      throws SQLException {
    return session
        .rows(
            "SELECT bond, seat, %s FROM %s WHERE day <= ? ORDER BY day, bond LIMIT ?"
                .formatted(seq, table),
            row -> new Waiting(new Member(row.getLong(1), row.getInt(2)), row.getLong(3)),
            new Session.Bound<>(MOST, Long.MAX_VALUE, _ -> 0),
            today,
            MOST)
        .values();
  }

  private static Outcome<Integer> withdraw(Turn turn, Waiting one) throws SQLException {
    Optional<Box> tombstone =
        turn.session()
            .first(
                """
                SELECT tombstone FROM pending_withdrawals
                WHERE bond = ? AND seat = ? AND seq = ? AND day <= ?
                """,
                row -> new Box(row.getBytes(1)),
                one.member().bond(),
                one.member().seat(),
                one.seq(),
                turn.today());
    if (tombstone.isPresent()) {
      Changes.takeBack(turn, new Share(one.member(), one.seq()), tombstone.get());
    }
    return Turn.done(turn.today());
  }

  private CompletableFuture<Outcome<Boolean>> all(List<Job> jobs) {
    List<CompletableFuture<Outcome<Integer>>> done = new ArrayList<>();
    for (Job job : jobs) {
      done.add(engine.write(new Work<>(job, new Home.OfBond(job.bond()), 0, job.operation())));
    }
    return CompletableFuture.allOf(done.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> outcome(done));
  }

  /// When the disk is full there is no use in asking again at once.
  private static Outcome<Boolean> outcome(List<CompletableFuture<Outcome<Integer>>> done) {
    for (var one : done) {
      if (one.join() instanceof Outcome.Refused<Integer>(var problem)) {
        return Turn.refused(problem);
      }
    }
    return Turn.done(!done.isEmpty());
  }
}
