package kith.relay.log.sql;

import java.sql.SQLException;
import java.util.Optional;
import kith.relay.log.TickTime;

/// The one row that holds the time that ticks go by.
final class Times {
  private static final String PUT =
      """
      INSERT INTO tick_time (one, reached, shift, seen, held) VALUES (1, ?, ?, ?, ?)
      ON CONFLICT (one) DO UPDATE SET reached = excluded.reached, shift = excluded.shift,
        seen = excluded.seen, held = excluded.held WHERE excluded.reached >= tick_time.reached
      """;

  private Times() {}

  /// Looks at the clock and keeps what comes of it; the time that ticks go by.
  static long look(Session session, long clockMillis) throws SQLException {
    Optional<TickTime> before = find(session);
    TickTime now = before.orElseGet(() -> TickTime.begin(clockMillis)).look(clockMillis);
    if (before.isEmpty() || !before.get().equals(now)) {
      session.run(PUT, now.reached(), now.shift(), now.seen(), now.held());
    }
    return now.reached();
  }

  /// The time that ticks go by, as it was kept last; before the first look, what the clock shows.
  static long reached(Session session, long clockMillis) throws SQLException {
    return find(session).orElseGet(() -> TickTime.begin(clockMillis)).reached();
  }

  private static Optional<TickTime> find(Session session) throws SQLException {
    return session.first(
        "SELECT reached, shift, seen, held FROM tick_time WHERE one = 1",
        row -> new TickTime(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
  }
}
