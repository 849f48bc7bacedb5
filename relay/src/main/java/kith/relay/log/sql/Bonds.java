package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import kith.relay.log.Outcome;
import kith.relay.log.Requests.CreateBond;
import kith.relay.log.Seat;
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

  /// A bond as it stands.
  public record Row(long number, int day, SeatHash seat0, @Nullable SeatHash seat1) {
    /// Out of the columns number, day, seat0, seat1, in this order.
    public static Row read(ResultSet row) throws SQLException {
      byte[] second = row.getBytes(4);
      return new Row(
          row.getLong(1),
          row.getInt(2),
          hash(row.getBytes(3)),
          second == null ? null : hash(second));
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
            "INSERT INTO bonds (id, day, seat0) VALUES (?, ?, ?)",
            request.bond().bytes(),
            turn.today(),
            request.seat().bytes());
    return Turn.done(turn.today());
  }

  /// The member that `seat` is; empty for an unknown bond and a wrong capability alike.
  static Optional<Member> member(Session session, Seat seat) throws SQLException {
    return opened(row(session, seat.bond().bytes()), seat.hash());
  }

  /// The same, for a bond known by its number.
  static Optional<Member> member(Session session, long bond, SeatHash hash) throws SQLException {
    Optional<Row> row =
        session.first(
            "SELECT number, day, seat0, seat1 FROM bonds WHERE number = ?", Row::read, bond);
    return opened(row, hash);
  }

  /// The seat that a capability opens in a bond that may not be there.
  public static Optional<Member> opened(Optional<Row> row, SeatHash hash) {
    boolean first = hash.matches(row.map(Row::seat0).orElse(NOBODY)) && row.isPresent();
    SeatHash other = row.isPresent() ? row.get().seat1() : null;
    boolean second = hash.matches(other == null ? NOBODY : other) && other != null;
    if (row.isEmpty() || !(first || second)) {
      return Optional.empty();
    }
    return Optional.of(new Member(row.get().number(), first ? 0 : 1));
  }

  private static Optional<Row> row(Session session, byte[] id) throws SQLException {
    return session.first(
        "SELECT number, day, seat0, seat1 FROM bonds WHERE id = ?", Row::read, (Object) id);
  }
}
