package kith.relay.log.sql;

import java.sql.SQLException;
import kith.wire.Limits;

/// Erases the boxes of what has expired, and in the end the marks that are left of it: sessions
/// that are no longer known, challenges that can no longer be answered, deposits long over. Once
/// a day, a few rows at a time.
public final class Sweep {
  /// Rows touched in one transaction, so that nobody waits for it.
  private static final int ROWS = 128;

  private int done = Integer.MIN_VALUE;

  /// Whether something may be left to erase today.
  public boolean due(int today) {
    return done != today;
  }

  /// Erases some; call inside a transaction until no longer [#due].
  public void step(Session session, int today) throws SQLException {
    int touched = deposits(session, today) + invitations(session, today) + marks(session, today);
    if (touched == 0) {
      done = today;
    }
  }

  private static int deposits(Session session, int today) throws SQLException {
    session.run(
        """
        DELETE FROM deposit_keys WHERE (bond, seat, gate) IN
          (SELECT bond, seat, gate FROM deposits WHERE event IS NOT NULL AND expires < ?
           ORDER BY expires, bond, seat, gate LIMIT ?)
        """,
        today,
        ROWS);
    return session.run(
        """
        UPDATE deposits SET event = NULL, body = NULL WHERE (bond, seat, gate) IN
          (SELECT bond, seat, gate FROM deposits WHERE event IS NOT NULL AND expires < ?
           ORDER BY expires, bond, seat, gate LIMIT ?)
        """,
        today,
        ROWS);
  }

  /// A challenge is answered within minutes, so yesterday's is the oldest that could still be.
  private static int marks(Session session, int today) throws SQLException {
    int sessions =
        session.run(
            """
            DELETE FROM sessions WHERE (vault, hash) IN
              (SELECT vault, hash FROM sessions WHERE known < ? LIMIT ?)
            """,
            today,
            ROWS);
    int challenges =
        session.run(
            """
            DELETE FROM used_challenges WHERE (vault, challenge) IN
              (SELECT vault, challenge FROM used_challenges WHERE day < ? LIMIT ?)
            """,
            today - 1,
            ROWS);
    int deposits =
        session.run(
            """
            DELETE FROM deposits WHERE (bond, seat, gate) IN
              (SELECT bond, seat, gate FROM deposits WHERE event IS NULL AND expires < ? LIMIT ?)
            """,
            today - Limits.DEPOSIT_DAYS,
            ROWS);
    return sessions + challenges + deposits;
  }

  private static int invitations(Session session, int today) throws SQLException {
    int erased =
        session.run(
            """
            UPDATE invitations SET bond = NULL, offer = NULL, accept = NULL, accept_day = NULL,
              confirm = NULL, confirm_day = NULL
            WHERE id IN (SELECT id FROM invitations WHERE bond IS NOT NULL
              AND expires < ? - (CASE WHEN accept IS NULL THEN 0 ELSE ? END) LIMIT ?)
            """,
            today,
            Limits.MEETING_DAYS,
            ROWS);
    int forgotten =
        session.run(
            """
            DELETE FROM invitations WHERE id IN
              (SELECT id FROM invitations WHERE bond IS NULL AND expires < ? LIMIT ?)
            """,
            today - Limits.INVITATION_MEMORY_DAYS,
            ROWS);
    return erased + forgotten;
  }
}
