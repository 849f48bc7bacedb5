package kith.relay.log.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import kith.relay.log.Appended;
import kith.relay.log.ChangePage;
import kith.relay.log.Counters;
import kith.relay.log.Ending;
import kith.relay.log.Invitation;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Rewrapped;
import kith.relay.log.Seat;
import kith.relay.log.VaultLog;
import kith.relay.log.Watcher;
import kith.wire.BondId;
import kith.wire.Days;
import kith.wire.InvitationId;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Vote;

/// The store in an SQL database: each verb as work for the engine of that database.
public final class SqlLog implements RelayLog {
  /// What an upload of votes brings: three rows.
  private static final long UPLOAD_BYTES =
      (long) Limits.VOTE_EPOCHS * Limits.VOTE_GATES * (Vote.TAGS_BYTES + Limits.VOTE_BOX_BYTES);

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final Clock clock;
  private final Engine engine;
  private final PassingTime time;
  private final SqlVaults vaults;
  private final AtomicLong reached = new AtomicLong(UNKNOWN);

  /// Over an engine that it then owns.
  public SqlLog(Clock clock, Engine engine) {
    this.clock = clock;
    this.engine = engine;
    this.time = new PassingTime(engine);
    this.vaults = new SqlVaults(clock, engine);
  }

  @Override
  public CompletableFuture<Outcome<Integer>> create(Requests.CreateBond request) {
    return inBond(request, request.bond(), 0, turn -> Bonds.create(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Appended>> append(Requests.Append request) {
    long bytes = request.parts().length();
    return inBond(request, request.seat().bond(), bytes, turn -> Entries.append(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> deposit(Requests.Deposit request) {
    Parts parts = request.parts();
    long bytes = parts == null ? 0 : parts.length();
    return inBond(request, request.seat().bond(), bytes, turn -> Deposits.deposit(turn, request));
  }

  private <T> CompletableFuture<Outcome<T>> inBond(
      Object request, BondId bond, long bytes, Operation<T> operation) {
    return engine.write(new Work<>(request, new Home.OfBond(bond), bytes, operation));
  }

  @Override
  public CompletableFuture<Outcome<Page>> read(Requests.Read request) {
    return engine.page(new PageOf(request, this::now));
  }

  /// The time that ticks go by moves only when time is passed, so it need not be asked for each
  /// time.
  private Moment now(Session reading) throws SQLException {
    long known = reached.get();
    long now = known == UNKNOWN ? Times.reached(reading, clock.millis()) : known;
    return new Moment(Days.today(clock), now);
  }

  @Override
  public CompletableFuture<Outcome<ChangePage>> changes(Requests.Changes request) {
    return engine.read(reading -> Changes.read(reading, request, Days.today(clock)));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> withdraw(Requests.Withdraw request) {
    return inBond(request, request.seat().bond(), 0, turn -> Changes.withdraw(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Rewrapped>> rewrap(Requests.Rewrap request) {
    return inBond(request, request.seat().bond(), 0, turn -> Changes.rewrap(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Ending>> end(Requests.End request) {
    return inBond(request, request.seat().bond(), 0, turn -> Ends.end(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> rotate(Requests.Rotate request) {
    return inBond(request, request.seat().bond(), 0, turn -> Bonds.rotate(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Counters>> counters(Seat seat) {
    return engine.read(reading -> Ticks.counters(reading, seat, now(reading)));
  }

  @Override
  public CompletableFuture<Outcome<Counters>> vote(Requests.Upload request) {
    return inBond(
        request,
        request.seat().bond(),
        UPLOAD_BYTES,
        turn -> Ticks.vote(turn, request, clock.millis()));
  }

  @Override
  public CompletableFuture<Outcome<Boolean>> passTime() {
    Operation<Long> look = turn -> Turn.done(Times.look(turn.session(), clock.millis()));
    return engine
        .write(new Work<>("look", new Home.OfRelay(), 0, look))
        .thenCompose(
            looked ->
                switch (looked) {
                  case Outcome.Done<Long>(Long now) -> {
                    reached.set(now);
                    yield time.pass(new Moment(Days.today(clock), now));
                  }
                  case Outcome.Refused<Long>(Problem problem) ->
                      CompletableFuture.completedFuture(Turn.refused(problem));
                });
  }

  @Override
  public CompletableFuture<Outcome<List<Long>>> positions(List<Seat> seats) {
    return engine.read(reading -> positions(reading, seats));
  }

  private static Outcome<List<Long>> positions(Session reading, List<Seat> seats)
      throws SQLException {
    List<Long> positions = new ArrayList<>();
    for (Seat seat : seats) {
      Optional<Long> position = Entries.position(reading, seat);
      if (position.isEmpty()) {
        return Turn.refused(Problem.NOT_PERMITTED);
      }
      positions.add(position.get());
    }
    return Turn.done(positions);
  }

  @Override
  public CompletableFuture<Outcome<Integer>> offer(Requests.Offer request) {
    return inBond(request, request.seat().bond(), 0, turn -> Invitations.offer(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Invitation>> invitation(InvitationId id) {
    return engine.read(reading -> Invitations.read(reading, id, Days.today(clock)));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> accept(Requests.Accept request) {
    return inInvitation(request, request.id(), turn -> Invitations.accept(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> confirm(Requests.Confirm request) {
    return inInvitation(request, request.id(), turn -> Invitations.confirm(turn, request));
  }

  @Override
  public CompletableFuture<Outcome<Integer>> erase(Requests.Erase request) {
    return inInvitation(request, request.id(), turn -> Invitations.erase(turn, request));
  }

  private <T> CompletableFuture<Outcome<T>> inInvitation(
      Object request, InvitationId id, Operation<T> operation) {
    return engine.write(new Work<>(request, new Home.OfInvitation(id), 0, operation));
  }

  @Override
  public VaultLog vaults() {
    return vaults;
  }

  @Override
  public void watch(Watcher watcher) {
    engine.watch(watcher);
  }

  @Override
  public void close() {
    engine.close();
  }
}
