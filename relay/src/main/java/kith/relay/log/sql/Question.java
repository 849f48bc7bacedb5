package kith.relay.log.sql;

import java.sql.SQLException;
import kith.relay.log.Outcome;

/// One verb that only reads.
@FunctionalInterface
public interface Question<T> {
  /// Asks the database.
  Outcome<T> ask(Session session) throws SQLException;
}
