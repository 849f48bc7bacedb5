package kith.relay.log.sqlite;

import java.sql.SQLException;
import kith.relay.log.Outcome;

/// One verb's work inside a transaction.
@FunctionalInterface
interface Operation<T> {
  Outcome<T> run(Turn turn) throws SQLException;
}
