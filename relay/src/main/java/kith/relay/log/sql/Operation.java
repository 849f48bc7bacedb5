package kith.relay.log.sql;

import java.sql.SQLException;
import kith.relay.log.Outcome;

/// One verb's work inside a transaction.
@FunctionalInterface
public interface Operation<T> {
  /// Does it; a refusal has written nothing.
  Outcome<T> run(Turn turn) throws SQLException;
}
