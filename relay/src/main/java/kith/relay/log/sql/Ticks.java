package kith.relay.log.sql;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kith.relay.log.Counters;
import kith.relay.log.Outcome;
import kith.relay.log.Requests.Upload;
import kith.relay.log.Seat;
import kith.relay.log.TickTime;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.GateId;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.Problem;

/// Vote gates. An upload is three rows of its own seat, one for each epoch; only the tick reads
/// both seats' rows.
final class Ticks {
  private static final String PUT =
      """
      INSERT INTO votes (bond, seat, epoch, due, counter, gates) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (bond, seat, epoch) DO UPDATE SET counter = excluded.counter,
        gates = excluded.gates
      """;

  private static final String COUNT =
      """
      INSERT INTO vote_counters (bond, seat, epoch, counter) VALUES (?, ?, ?, ?)
      ON CONFLICT (bond, seat, epoch) DO UPDATE SET counter = excluded.counter
      """;

  /// What stands for the votes of a seat that sent none: it is compared like any other.
  private static final VoteRow NOBODY = new VoteRow(1, List.of());

  private static final byte[] NO_TAG = new byte[Limits.TAG_BYTES];

  private Ticks() {}

  /// The votes of one seat for one epoch, and the counter that they came with.
  private record VoteRow(int counter, List<VoteRows.Slot> slots) {}

  static Outcome<Counters> counters(Session session, Seat seat, Moment now) throws SQLException {
    Optional<Present> present = Bonds.present(session, seat);
    if (present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    if (present.get().isOver()) {
      return Turn.refused(Problem.BOND_ENDED);
    }
    return Turn.done(next(session, present.get(), now));
  }

  private static Counters next(Session session, Present present, Moment now) throws SQLException {
    int tick = TickTime.epoch(now.reached(), present.offset());
    List<Integer> next = new ArrayList<>();
    int skipped = Skipped.last(session, present.offset());
    for (int i = 0; i < Limits.VOTE_EPOCHS; i++) {
      boolean skip = tick + i <= skipped;
      int used = skip ? Limits.VOTE_COUNTERS : used(session, present.member(), tick + i);
      next.add(used + 1);
    }
    return new Counters(tick, next, now.today());
  }

  private static int used(Session session, Member member, int epoch) throws SQLException {
    return session
        .first(
            "SELECT counter FROM vote_counters WHERE bond = ? AND seat = ? AND epoch = ?",
            row -> row.getInt(1),
            member.bond(),
            member.seat(),
            epoch)
        .orElse(0);
  }

  static Outcome<Counters> vote(Turn turn, Upload request, long clockMillis) throws SQLException {
    Session session = turn.session();
    Optional<Present> present = Bonds.present(session, request.seat());
    if (present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    if (present.get().isOver()) {
      return Turn.refused(Problem.BOND_ENDED);
    }
    Moment now = new Moment(turn.today(), Times.reached(session, clockMillis));
    Counters next = next(session, present.get(), now);
    if (same(session, present.get().member(), request, next)) {
      return Turn.done(next);
    }
    if (request.tick() != next.tick() || !request.counters().equals(next.next())) {
      return Turn.refused(Problem.VOTES_MOVED);
    }
    for (int i = 0; i < Limits.VOTE_EPOCHS; i++) {
      put(session, present.get(), request, i);
    }
    return Turn.done(next(session, present.get(), now));
  }

  /// Whether this very upload is the last one that was kept.
  private static boolean same(Session session, Member member, Upload request, Counters next)
      throws SQLException {
    boolean same = request.tick() == next.tick();
    boolean any = false;
    for (int i = 0; i < Limits.VOTE_EPOCHS && same; i++) {
      int counter = request.counters().get(i);
      if (counter <= Limits.VOTE_COUNTERS) {
        Box kept = new Box(VoteRows.write(request.votes(), i));
        same = counter + 1 == next.next().get(i) && kept(session, member, request.tick() + i, kept);
        any = true;
      }
    }
    return same && any;
  }

  private static boolean kept(Session session, Member member, int epoch, Box gates)
      throws SQLException {
    return session
        .first(
            "SELECT gates FROM votes WHERE bond = ? AND seat = ? AND epoch = ?",
            row -> row.getBytes(1),
            member.bond(),
            member.seat(),
            epoch)
        .map(Box::new)
        .filter(gates::equals)
        .isPresent();
  }

  private static void put(Session session, Present present, Upload request, int at)
      throws SQLException {
    int counter = request.counters().get(at);
    if (counter > Limits.VOTE_COUNTERS) {
      return;
    }
    int epoch = request.tick() + at;
    Member member = present.member();
    session.run(COUNT, member.bond(), member.seat(), epoch, counter);
    session.run(
        PUT,
        member.bond(),
        member.seat(),
        epoch,
        TickTime.over(epoch, present.offset()),
        counter,
        VoteRows.write(request.votes(), at));
  }

  /// An epoch of a bond that is over and has not been compared yet.
  record Due(long bond, int epoch) {}

  /// Some of the epochs that are over.
  static List<Due> due(Session session, long reached, int most) throws SQLException {
    return session
        .rows(
            "SELECT DISTINCT bond, epoch FROM votes WHERE due <= ? ORDER BY epoch, bond LIMIT ?",
            row -> new Due(row.getLong(1), row.getInt(2)),
            new Session.Bound<>(most, Long.MAX_VALUE, _ -> 0),
            reached,
            most)
        .values();
  }

  /// The tick of one epoch of one bond, whole or not at all.
  static Outcome<Integer> tick(Turn turn, BondId bond, Due due) throws SQLException {
    Session session = turn.session();
    List<VoteRow> rows = List.of(row(session, due, 0), row(session, due, 1));
    SortedMap<GateId, Parts[]> open = compare(rows.get(0), rows.get(1));
    for (var gate : open.entrySet()) {
      if (!Deposits.ended(session, due.bond(), gate.getKey())) {
        long seq = Entries.open(turn, due.bond(), gate.getKey(), gate.getValue());
        Deposits.end(session, due.bond(), gate.getKey());
        turn.nudge(bond, seq);
      }
    }
    session.run("DELETE FROM votes WHERE bond = ? AND epoch <= ?", due.bond(), due.epoch());
    session.run("DELETE FROM vote_counters WHERE bond = ? AND epoch <= ?", due.bond(), due.epoch());
    return Turn.done(turn.today());
  }

  private static VoteRow row(Session session, Due due, int seat) throws SQLException {
    return session
        .first(
            "SELECT counter, gates FROM votes WHERE bond = ? AND seat = ? AND epoch = ?",
            row -> new VoteRow(row.getInt(1), VoteRows.read(row.getBytes(2))),
            due.bond(),
            seat,
            due.epoch())
        .orElse(NOBODY);
  }

  /// The gates where both say yes. Each of the gates is compared, whatever the outcome, and each
  /// comparison looks at every byte.
  private static SortedMap<GateId, Parts[]> compare(VoteRow seat0, VoteRow seat1) {
    SortedMap<GateId, Parts[]> open =
        new TreeMap<>((one, two) -> Arrays.compareUnsigned(one.bytes(), two.bytes()));
    boolean counts = mayCount(seat0) && mayCount(seat1);
    for (int i = 0; i < Limits.VOTE_GATES; i++) {
      byte[] mine = seat0.slots().isEmpty() ? NO_TAG : seat0.slots().get(i).tag(seat1.counter());
      Optional<VoteRows.Slot> other =
          seat0.slots().isEmpty() ? Optional.empty() : find(seat1, seat0.slots().get(i).gate());
      byte[] theirs = other.isEmpty() ? NO_TAG : other.get().tag(seat0.counter());
      boolean equal = MessageDigest.isEqual(mine, theirs);
      if (equal && counts && other.isPresent()) {
        VoteRows.Slot slot = seat0.slots().get(i);
        open.put(slot.gate(), new Parts[] {slot.parts(), other.get().parts()});
      }
    }
    return open;
  }

  /// The last counter is for taking back: it never counts as a yes.
  private static boolean mayCount(VoteRow row) {
    return !row.slots().isEmpty() && row.counter() < Limits.VOTE_COUNTERS;
  }

  private static Optional<VoteRows.Slot> find(VoteRow row, GateId gate) {
    return row.slots().stream().filter(slot -> slot.gate().equals(gate)).findFirst();
  }

  /// Erases all votes of a bond.
  static void eraseAll(Session session, long bond) throws SQLException {
    session.run("DELETE FROM votes WHERE bond = ?", bond);
    session.run("DELETE FROM vote_counters WHERE bond = ?", bond);
  }
}
