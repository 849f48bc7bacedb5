package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import kith.relay.log.Outcome;
import kith.relay.log.Requests.Deposit;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.Box;
import kith.wire.Days;
import kith.wire.GateId;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Words;
import org.jspecify.annotations.Nullable;

/// Presence gates. A deposit is a row of its own seat; no request of the other seat reads it,
/// except the deposit that opens the gate, in the transaction that opens it.
///
/// A row without an event is what is left of a deposit that was taken away or has expired: it
/// keeps the revision, so that an older one arriving late changes nothing.
final class Deposits {
  private static final String PUT =
      """
      INSERT INTO deposits (bond, seat, gate, revision, expires, event, body)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (bond, seat, gate) DO UPDATE SET revision = excluded.revision,
        expires = excluded.expires, event = excluded.event, body = excluded.body
      """;

  private static final String HELD =
      """
      SELECT d.event, d.body, k.key FROM deposits d
      LEFT JOIN deposit_keys k ON k.bond = d.bond AND k.seat = d.seat AND k.gate = d.gate
      WHERE d.bond = ? AND d.seat = ? AND d.gate = ? AND d.event IS NOT NULL AND d.expires >= ?
      """;

  private Deposits() {}

  /// My own row under a gate.
  private record Mine(long revision, int expires) {
    static Mine read(ResultSet row) throws SQLException {
      return new Mine(row.getLong(1), row.getInt(2));
    }
  }

  /// Where a deposit goes.
  private record Place(Member member, GateId gate) {
    long bond() {
      return member.bond();
    }

    int seat() {
      return member.seat();
    }

    byte[] gateBytes() {
      return gate.bytes();
    }
  }

  static Outcome<Integer> deposit(Turn turn, Deposit request) throws SQLException {
    Optional<Present> present = Bonds.present(turn.session(), request.seat());
    if (present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    if (present.get().isOver()) {
      return Turn.refused(Problem.BOND_ENDED);
    }
    Place place = new Place(present.get().member(), request.gate());
    if (ended(turn.session(), place)) {
      return Turn.done(turn.today());
    }
    Optional<Mine> mine = mine(turn.session(), place);
    if (mine.isPresent() && mine.get().revision() >= request.revision()) {
      return Turn.done(turn.today());
    }
    Parts parts = live(request, mine, turn.today());
    boolean room = (parts == null && mine.isPresent()) || room(turn, place, parts);
    if (!room) {
      return Turn.refused(Problem.TOO_MANY);
    }
    hold(turn, request, new Held(place, mine, parts));
    return Turn.done(turn.today());
  }

  /// What a request comes to, once it is known to be newer than what is there.
  private record Held(Place place, Optional<Mine> mine, @Nullable Parts parts) {
    int expires(Deposit request) {
      return parts == null && mine.isPresent() ? mine.get().expires() : request.expires();
    }
  }

  /// The parts to hold; none for a removal and for whatever has expired, then or now.
  private static @Nullable Parts live(Deposit request, Optional<Mine> mine, int today) {
    boolean over =
        Days.over(request.expires(), today)
            || (mine.isPresent() && Days.over(mine.get().expires(), today));
    return over ? null : request.parts();
  }

  private static boolean room(Turn turn, Place place, @Nullable Parts parts) throws SQLException {
    if (parts != null && othersHeld(turn, place) >= Limits.LIVE_DEPOSITS) {
      return false;
    }
    return turn.quotas().depositChanges().take(turn, place.member());
  }

  private static void hold(Turn turn, Deposit request, Held held) throws SQLException {
    Place place = held.place();
    Parts parts = held.parts();
    Optional<Parts> theirs = parts == null ? Optional.empty() : theirs(turn, place);
    if (parts != null && theirs.isPresent()) {
      open(turn, request, place, pair(place.seat(), parts, theirs.get()));
      return;
    }
    put(turn.session(), request, held);
  }

  private static Parts[] pair(int seat, Parts mine, Parts theirs) {
    return seat == 0 ? new Parts[] {mine, theirs} : new Parts[] {theirs, mine};
  }

  private static void open(Turn turn, Deposit request, Place place, Parts[] bySeat)
      throws SQLException {
    long seq = Entries.open(turn, place.bond(), place.gate(), bySeat);
    end(turn.session(), place.bond(), place.gate());
    turn.nudge(request.seat().bond(), seq);
  }

  private static void put(Session session, Deposit request, Held held) throws SQLException {
    Place place = held.place();
    Parts parts = held.parts();
    session.run(
        PUT,
        place.bond(),
        place.seat(),
        place.gateBytes(),
        request.revision(),
        held.expires(request),
        parts == null ? null : parts.event().bytes(),
        parts == null ? null : Entries.body(parts));
    session.run(
        "DELETE FROM deposit_keys WHERE bond = ? AND seat = ? AND gate = ?",
        place.bond(),
        place.seat(),
        place.gateBytes());
    Words words = parts == null ? null : parts.words();
    if (words != null) {
      session.run(
          "INSERT INTO deposit_keys (bond, seat, gate, key) VALUES (?, ?, ?, ?)",
          place.bond(),
          place.seat(),
          place.gateBytes(),
          words.key().bytes());
    }
  }

  /// Ends a gate for good: nothing waits under it, nothing opens under it again.
  static void end(Session session, long bond, GateId gate) throws SQLException {
    byte[] id = gate.bytes();
    session.run(
        "INSERT INTO ended_gates (bond, gate) VALUES (?, ?) ON CONFLICT DO NOTHING", bond, id);
    for (int seat = 0; seat <= 1; seat++) {
      session.run("DELETE FROM deposits WHERE bond = ? AND seat = ? AND gate = ?", bond, seat, id);
      session.run(
          "DELETE FROM deposit_keys WHERE bond = ? AND seat = ? AND gate = ?", bond, seat, id);
    }
  }

  private static boolean ended(Session session, Place place) throws SQLException {
    return ended(session, place.bond(), place.gate());
  }

  /// Whether a gate has opened or was closed.
  static boolean ended(Session session, long bond, GateId gate) throws SQLException {
    return session
        .first(
            "SELECT 1 FROM ended_gates WHERE bond = ? AND gate = ?", _ -> true, bond, gate.bytes())
        .isPresent();
  }

  /// Erases all that waits in a bond.
  static void eraseAll(Session session, long bond) throws SQLException {
    session.run("DELETE FROM deposits WHERE bond = ?", bond);
    session.run("DELETE FROM deposit_keys WHERE bond = ?", bond);
  }

  private static Optional<Mine> mine(Session session, Place place) throws SQLException {
    return session.first(
        "SELECT revision, expires FROM deposits WHERE bond = ? AND seat = ? AND gate = ?",
        Mine::read,
        place.bond(),
        place.seat(),
        place.gateBytes());
  }

  private static Optional<Parts> theirs(Turn turn, Place place) throws SQLException {
    return turn.session()
        .first(
            HELD,
            row ->
                new Parts(
                    new Box(row.getBytes(1)), Entries.words(row.getBytes(2), row.getBytes(3))),
            place.bond(),
            1 - place.seat(),
            place.gateBytes(),
            turn.today());
  }

  /// How many deposits this seat holds under other gates.
  private static int othersHeld(Turn turn, Place place) throws SQLException {
    return turn.session()
        .first(
            """
            SELECT count(*) FROM deposits WHERE bond = ? AND seat = ? AND gate <> ?
              AND event IS NOT NULL AND expires >= ?
            """,
            row -> row.getInt(1),
            place.bond(),
            place.seat(),
            place.gateBytes(),
            turn.today())
        .orElse(0);
  }
}
