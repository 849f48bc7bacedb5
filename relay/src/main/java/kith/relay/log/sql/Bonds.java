package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import kith.relay.log.Outcome;
import kith.relay.log.Requests.CreateBond;
import kith.relay.log.Requests.Rotate;
import kith.relay.log.Seat;
import kith.wire.BondId;
import kith.wire.Id;
import kith.wire.Problem;
import kith.wire.SeatHash;
import org.jspecify.annotations.Nullable;

/// Bonds and who may act in them.
public final class Bonds {
  /// Compared with when there is no such seat, so that it takes as long as when there is.
  private static final SeatHash NOBODY = hash(new byte[SeatHash.LENGTH]);

  private Bonds() {}

  /// A seat that the capability opens: the bond's number here, and 0 or 1.
  public record Member(long bond, int seat) {}

  /// A member and how the bond stands: the day of its end, if it has ended; how many minutes early
  /// its day begins; the number of its last change.
  public record Present(Member member, OptionalInt ended, int offset, long changes) {
    /// Whether it takes nothing more.
    public boolean isOver() {
      return ended.isPresent();
    }
  }

  /// What [Row#read] reads, of `bonds`.
  public static final String COLUMNS =
      "SELECT number, day, seat0, seat1, ended, tick_offset, changes";

  /// A bond as it stands.
  public record Row(long number, int day, SeatHash seat0, @Nullable SeatHash seat1, Present first) {
    /// Out of [#COLUMNS].
    public static Row read(ResultSet row) throws SQLException {
      byte[] second = row.getBytes(4);
      int ended = row.getInt(5);
      OptionalInt end = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(ended);
      Member member = new Member(row.getLong(1), 0);
      return new Row(
          row.getLong(1),
          row.getInt(2),
          hash(row.getBytes(3)),
          second == null ? null : hash(second),
          new Present(member, end, row.getInt(6), row.getLong(7)));
    }

    Present as(int seat) {
      Member member = new Member(number, seat);
      return new Present(member, first.ended(), first.offset(), first.changes());
    }
  }

  private static SeatHash hash(byte[] stored) {
    return SeatHash.stored(stored)
        .orElseThrow(() -> new IllegalStateException("a hash of a wrong length"));
  }

  static Outcome<Integer> create(Turn turn, CreateBond request) throws SQLException {
    Optional<Row> there = row(turn.session(), request.bond().bytes());
    if (there.isPresent()) {
      return request.seat().matches(there.get().seat0())
          ? Turn.done(there.get().day())
          : Turn.refused(Problem.BOND_EXISTS);
    }
    if (!turn.quotas().bonds().take()) {
      return Turn.refused(Problem.TOO_MANY);
    }
    turn.session()
        .run(
            "INSERT INTO bonds (id, day, seat0, tick_offset) VALUES (?, ?, ?, ?)",
            request.bond().bytes(),
            turn.today(),
            request.seat().bytes(),
            request.offset());
    return Turn.done(turn.today());
  }

  /// The member that `seat` is; empty for an unknown bond and a wrong capability alike.
  static Optional<Member> member(Session session, Seat seat) throws SQLException {
    return present(session, seat).map(Present::member);
  }

  /// The same, with how the bond stands.
  static Optional<Present> present(Session session, Seat seat) throws SQLException {
    return opened(row(session, seat.bond().bytes()), seat.hash());
  }

  /// The same, for a bond known by its number.
  static Optional<Present> present(Session session, long bond, SeatHash hash) throws SQLException {
    return opened(session.first(COLUMNS + " FROM bonds WHERE number = ?", Row::read, bond), hash);
  }

  /// The seat that a capability opens in a bond that may not be there.
  public static Optional<Present> opened(Optional<Row> row, SeatHash hash) {
    boolean first = hash.matches(row.map(Row::seat0).orElse(NOBODY)) && row.isPresent();
    SeatHash other = row.isPresent() ? row.get().seat1() : null;
    boolean second = hash.matches(other == null ? NOBODY : other) && other != null;
    if (row.isEmpty() || !(first || second)) {
      return Optional.empty();
    }
    return Optional.of(row.get().as(first ? 0 : 1));
  }

  private static Optional<Row> row(Session session, byte[] id) throws SQLException {
    return session.first(COLUMNS + " FROM bonds WHERE id = ?", Row::read, (Object) id);
  }

  /// Lets a new capability open a seat in place of the old one.
  static Outcome<Integer> rotate(Turn turn, Rotate request) throws SQLException {
    Optional<Row> row = row(turn.session(), request.seat().bond().bytes());
    Optional<Present> present = opened(row, request.seat().hash());
    if (row.isEmpty() || present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    int seat = present.get().member().seat();
    SeatHash other = seat == 0 ? row.get().seat1() : row.get().seat0();
    if (other != null && other.matches(request.next())) {
      return Turn.refused(Problem.SEAT_TAKEN);
    }
    turn.session()
        .run(
            seat == 0
                ? "UPDATE bonds SET seat0 = ? WHERE number = ?"
                : "UPDATE bonds SET seat1 = ? WHERE number = ?",
            request.next().bytes(),
            row.get().number());
    turn.rotated(request.seat().bond());
    return Turn.done(turn.today());
  }

  /// The id of a bond known by its number.
  static Optional<BondId> id(Session session, long bond) throws SQLException {
    return session
        .first("SELECT id FROM bonds WHERE number = ?", row -> row.getBytes(1), bond)
        .flatMap(Id::of)
        .map(BondId::new);
  }
}
