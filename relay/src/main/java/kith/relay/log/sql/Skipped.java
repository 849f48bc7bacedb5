package kith.relay.log.sql;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import kith.relay.log.TickTime;
import kith.wire.Limits;

/// Vote epochs in which no counter is left, because the store was restored from a backup: counters
/// that were given out after the backup are not in it, and none may ever be used twice. An upload
/// made before the loss covered the epoch at hand then and those after it; votes count again from
/// the first epoch that none of them can have covered.
public final class Skipped {
  private static final String NAME = "votes-restored";

  private static final long MILLIS_PER_MINUTE = 60_000;

  private Skipped() {}

  /// Notes that the store has just been restored.
  public static void note(Session session, long clockMillis) throws SQLException {
    long clock = Math.floorDiv(clockMillis, MILLIS_PER_MINUTE);
    long reached = Times.reached(session, clockMillis);
    session.run(
        """
        INSERT INTO kept (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """,
        NAME,
        ByteBuffer.allocate(Long.BYTES).putLong(Math.max(clock, reached)).array());
  }

  /// The last epoch of a bond with this offset in which no counter is left.
  static int last(Session session, int offset) throws SQLException {
    return session
        .first(
            "SELECT value FROM kept WHERE name = ?",
            row -> ByteBuffer.wrap(row.getBytes(1)).getLong(),
            NAME)
        .map(restored -> TickTime.epoch(restored, offset) + Limits.VOTE_EPOCHS - 1)
        .orElse(Integer.MIN_VALUE);
  }
}
