package kith.relay.log.postgres;

import java.sql.SQLException;
import java.time.Clock;
import kith.relay.log.CannotOpen;
import kith.relay.log.RelayLog;
import kith.relay.log.sql.SqlLog;

/// The store in a PostgreSQL database, which any number of nodes may share.
public final class PostgresLog {
  private PostgresLog() {}

  /// Opens the database at a JDBC address (`jdbc:postgresql://host/name?user=...`), and makes the
  /// tables if need be. Throws [CannotOpen] with a plain sentence, which names no address.
  public static RelayLog open(String url, Clock clock) {
    try {
      return new SqlLog(clock, PostgresEngine.start(url, clock));
    } catch (SQLException failure) {
      throw new CannotOpen(
          "The database cannot be opened (%s, SQLSTATE %s); check that it runs and may be used."
              .formatted(failure.getMessage(), failure.getSQLState()),
          failure);
    }
  }
}
