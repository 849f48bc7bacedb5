package kith.relay.log.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.relay.log.ChangePage;
import kith.relay.log.ChangePage.Change;
import kith.relay.log.Outcome;
import kith.relay.log.Requests;
import kith.relay.log.Requests.Rewrap;
import kith.relay.log.Requests.Withdraw;
import kith.relay.log.Rewrapped;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.Box;
import kith.wire.KeyChange;
import kith.wire.Limits;
import kith.wire.Problem;

/// What can still change of an entry: words are taken back, keys replaced. Each change gives the
/// entry the next number of the bond, so that whoever reads on misses none.
final class Changes {
  private static final String PAGE =
      Entries.COLUMNS
          + """
          , c.number FROM changes c JOIN entries e ON e.bond = c.bond AND e.seq = c.seq
          WHERE c.bond = ? AND c.number > ? ORDER BY c.number LIMIT ?
          """;

  private static final int NUMBER = 14;

  private static final Session.Bound<Change> PAGE_BOUND =
      new Session.Bound<>(
          Limits.PAGE_ENTRIES, Limits.PAGE_BYTES, change -> change.entry().length());

  private static final String PUT_OFF =
      """
      INSERT INTO pending_withdrawals (bond, seat, seq, tombstone, day) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (bond, seat, seq) DO UPDATE SET day = excluded.day
        WHERE excluded.day < pending_withdrawals.day
      """;

  private Changes() {}

  static Outcome<ChangePage> read(Session session, Requests.Changes request, int today)
      throws SQLException {
    Optional<Member> member = Bonds.member(session, request.seat());
    if (member.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    Session.Rows<Change> rows =
        session.rows(
            PAGE,
            row -> new Change(row.getLong(NUMBER), Entries.entry(row)),
            PAGE_BOUND,
            member.get().bond(),
            request.after(),
            Limits.PAGE_ENTRIES + 1);
    return Turn.done(new ChangePage(rows.values(), rows.more(), today));
  }

  static Outcome<Integer> withdraw(Turn turn, Withdraw request) throws SQLException {
    Optional<Member> member = Bonds.member(turn.session(), request.seat());
    if (member.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    Share share = new Share(member.get(), request.seq());
    if (!isThere(turn.session(), share)) {
      return Turn.refused(Problem.ENTRY_UNKNOWN);
    }
    if (request.on() > turn.today()) {
      putOff(turn.session(), share, request);
    } else {
      takeBack(turn, share, request.tombstone());
    }
    return Turn.done(turn.today());
  }

  /// One author's share of an entry.
  record Share(Member member, long seq) {
    long bond() {
      return member.bond();
    }

    int seat() {
      return member.seat();
    }
  }

  private static boolean isThere(Session session, Share share) throws SQLException {
    return session
        .first(
            "SELECT 1 FROM entries WHERE bond = ? AND seq = ? AND coalesce(seat, ?) = ?",
            _ -> true,
            share.bond(),
            share.seq(),
            share.seat(),
            share.seat())
        .isPresent();
  }

  private static void putOff(Session session, Share share, Withdraw request) throws SQLException {
    session.run(
        PUT_OFF,
        share.bond(),
        share.seat(),
        share.seq(),
        request.tombstone().bytes(),
        request.on());
  }

  /// Erases the words of a share, unless that has been done.
  static void takeBack(Turn turn, Share share, Box tombstone) throws SQLException {
    Session session = turn.session();
    session.run(
        "DELETE FROM pending_withdrawals WHERE bond = ? AND seat = ? AND seq = ?",
        share.bond(),
        share.seat(),
        share.seq());
    int changed = mark(session, share, tombstone);
    if (changed == 0) {
      return;
    }
    session.run(
        "DELETE FROM keys WHERE bond = ? AND seq = ? AND seat = ?",
        share.bond(),
        share.seq(),
        share.seat());
    note(turn, share.bond(), List.of(share.seq()));
  }

  /// Seat 1's side of an opening stands in the columns that end in 1; all else in the others.
  private static int mark(Session session, Share share, Box tombstone) throws SQLException {
    int first =
        session.run(
            """
            UPDATE entries SET body = NULL, tombstone = ? WHERE bond = ? AND seq = ?
              AND coalesce(seat, 0) = ? AND tombstone IS NULL
            """,
            tombstone.bytes(),
            share.bond(),
            share.seq(),
            share.seat());
    if (first > 0 || share.seat() == 0) {
      return first;
    }
    return session.run(
        """
        UPDATE entries SET body1 = NULL, tombstone1 = ? WHERE bond = ? AND seq = ?
          AND seat IS NULL AND tombstone1 IS NULL
        """,
        tombstone.bytes(),
        share.bond(),
        share.seq());
  }

  static Outcome<Rewrapped> rewrap(Turn turn, Rewrap request) throws SQLException {
    Optional<Present> present = Bonds.present(turn.session(), request.seat());
    if (present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    if (present.get().isOver()) {
      return Turn.refused(Problem.BOND_ENDED);
    }
    Member member = present.get().member();
    if (!turn.quotas().keyChanges().take(turn, member, request.keys().size())) {
      return Turn.refused(Problem.TOO_MANY);
    }
    return Turn.done(rewrap(turn, member, request.keys()));
  }

  private static Rewrapped rewrap(Turn turn, Member member, List<KeyChange> keys)
      throws SQLException {
    List<Long> missed = new ArrayList<>();
    List<Long> changed = new ArrayList<>();
    for (KeyChange key : keys) {
      Optional<Box> now = key(turn.session(), new Share(member, key.seq()));
      if (now.isPresent() && now.get().equals(key.was()) && !key.was().equals(key.key())) {
        replace(turn.session(), member, key);
        changed.add(key.seq());
      } else if (now.isEmpty() || !now.get().equals(key.key())) {
        missed.add(key.seq());
      }
    }
    note(turn, member.bond(), changed);
    return new Rewrapped(missed, turn.today());
  }

  private static Optional<Box> key(Session session, Share share) throws SQLException {
    return session
        .first(
            "SELECT key FROM keys WHERE bond = ? AND seq = ? AND seat = ?",
            row -> row.getBytes(1),
            share.bond(),
            share.seq(),
            share.seat())
        .map(Box::new);
  }

  private static void replace(Session session, Member member, KeyChange key) throws SQLException {
    session.run(
        "UPDATE keys SET key = ? WHERE bond = ? AND seq = ? AND seat = ?",
        key.key().bytes(),
        member.bond(),
        key.seq(),
        member.seat());
  }

  /// Gives each of these entries the next number, and tells that there is something new.
  private static void note(Turn turn, long bond, List<Long> seqs) throws SQLException {
    if (seqs.isEmpty()) {
      return;
    }
    Session session = turn.session();
    session.run("UPDATE bonds SET changes = changes + ? WHERE number = ?", seqs.size(), bond);
    long number =
        session
            .first("SELECT changes FROM bonds WHERE number = ?", row -> row.getLong(1), bond)
            .orElseThrow(() -> new IllegalStateException("a bond went away"));
    number -= seqs.size();
    for (long seq : seqs) {
      session.run("DELETE FROM changes WHERE bond = ? AND seq = ?", bond, seq);
      session.run("INSERT INTO changes (bond, number, seq) VALUES (?, ?, ?)", bond, ++number, seq);
    }
    turn.nudge(Bonds.id(session, bond).orElseThrow(), Entries.last(session, bond));
  }
}
