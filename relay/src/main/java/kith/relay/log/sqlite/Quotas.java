package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.time.Clock;
import kith.relay.log.CreationBudget;
import kith.relay.log.sqlite.Bonds.Member;
import kith.wire.Limits;

/// The counted limits. Seat by seat, except bonds made per hour, which is for the whole relay.
record Quotas(Clock clock, CreationBudget bonds, Quota entries, Quota depositChanges) {
  /// Enough of a bond's end to see a seat's whole day, openings and the other seat included.
  private static final int LOOK_BACK = 4 * Limits.ENTRIES_PER_DAY;

  static Quotas of(Clock clock) {
    return new Quotas(
        clock,
        new CreationBudget(clock, Limits.BONDS_PER_HOUR),
        new Quota(Limits.ENTRIES_PER_DAY, Quotas::entriesBefore),
        new Quota(Limits.DEPOSIT_CHANGES_PER_DAY, (_, _) -> 0));
  }

  private static int entriesBefore(Turn turn, Member member) throws SQLException {
    return turn.session()
        .first(
            """
            SELECT count(*) FROM
              (SELECT seat, day FROM entries WHERE bond = ? ORDER BY seq DESC LIMIT ?)
            WHERE seat = ? AND day = ?
            """,
            row -> row.getInt(1),
            member.bond(),
            LOOK_BACK,
            member.seat(),
            turn.today())
        .orElse(0);
  }

  void forget() {
    entries.forget();
    depositChanges.forget();
  }
}
