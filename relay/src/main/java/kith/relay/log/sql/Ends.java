package kith.relay.log.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import kith.relay.log.Ending;
import kith.relay.log.Outcome;
import kith.relay.log.Requests.End;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.Handle;
import kith.wire.Id;
import kith.wire.Parts;
import kith.wire.Problem;

/// How bonds end: at once, or on a later day, until which the end is a row of the leaver's own.
final class Ends {
  private static final String PUT_OFF =
      """
      INSERT INTO pending_ends (bond, seat, handle, event, day) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (bond, seat) DO UPDATE SET day = excluded.day
        WHERE excluded.day < pending_ends.day
      """;

  private Ends() {}

  static Outcome<Ending> end(Turn turn, End request) throws SQLException {
    Optional<Present> present = Bonds.present(turn.session(), request.seat());
    if (present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    OptionalInt ended = present.get().ended();
    if (ended.isPresent()) {
      return Turn.done(new Ending(ended.getAsInt(), turn.today()));
    }
    Member leaver = present.get().member();
    if (request.on() > turn.today()) {
      return Turn.done(new Ending(putOff(turn.session(), leaver, request), turn.today()));
    }
    Last last = new Last(request.handle(), request.event());
    apply(turn, request.seat().bond(), leaver, last);
    return Turn.done(new Ending(turn.today(), turn.today()));
  }

  /// The last entry of a bond.
  private record Last(Handle handle, Box event) {}

  private static int putOff(Session session, Member leaver, End request) throws SQLException {
    session.run(
        PUT_OFF,
        leaver.bond(),
        leaver.seat(),
        request.handle().bytes(),
        request.event().bytes(),
        request.on());
    return session
        .first(
            "SELECT day FROM pending_ends WHERE bond = ? AND seat = ?",
            row -> row.getInt(1),
            leaver.bond(),
            leaver.seat())
        .orElse(request.on());
  }

  /// Ends the bond with the box put off for this day, if that is still to be done.
  static Outcome<Integer> due(Turn turn, BondId bond, Member leaver) throws SQLException {
    Optional<Last> last =
        turn.session()
            .first(
                "SELECT handle, event FROM pending_ends WHERE bond = ? AND seat = ? AND day <= ?",
                row -> new Last(new Handle(id(row.getBytes(1))), new Box(row.getBytes(2))),
                leaver.bond(),
                leaver.seat(),
                turn.today());
    if (last.isPresent()) {
      apply(turn, bond, leaver, last.get());
    }
    return Turn.done(turn.today());
  }

  private static Id id(byte[] bytes) {
    return Id.of(bytes).orElseThrow(() -> new IllegalStateException("an id of a wrong length"));
  }

  private static void apply(Turn turn, BondId bond, Member leaver, Last last) throws SQLException {
    Session session = turn.session();
    long seq = append(turn, leaver, last);
    session.run("UPDATE bonds SET ended = ? WHERE number = ?", turn.today(), leaver.bond());
    Deposits.eraseAll(session, leaver.bond());
    Ticks.eraseAll(session, leaver.bond());
    Invitations.eraseAll(session, leaver.bond());
    session.run("DELETE FROM pending_ends WHERE bond = ?", leaver.bond());
    turn.nudge(bond, seq);
  }

  /// A handle that stands in the bond already has been given to another entry: that mistake must
  /// not keep anyone in a bond, so the end then stands without an entry of its own.
  private static long append(Turn turn, Member leaver, Last last) throws SQLException {
    if (Entries.withHandle(turn.session(), leaver.bond(), last.handle()).isPresent()) {
      return Entries.last(turn.session(), leaver.bond());
    }
    return Entries.add(turn, leaver, last.handle(), new Parts(last.event(), null));
  }
}
