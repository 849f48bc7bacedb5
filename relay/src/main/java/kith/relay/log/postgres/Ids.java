package kith.relay.log.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import kith.wire.Id;

/// Ids out of their columns.
final class Ids {
  private Ids() {}

  static Id read(ResultSet row, int column) throws SQLException {
    return Id.of(row.getBytes(column))
        .orElseThrow(() -> new SQLException("an id of a wrong length"));
  }
}
