package kith.relay.log.postgres;

import java.sql.SQLException;
import java.util.List;
import kith.relay.log.sql.Session;
import kith.wire.GateId;
import org.jspecify.annotations.Nullable;

/// Ends gates for good: nothing waits under them, nothing opens under them again.
final class Gates {
  private static final String END =
      """
      INSERT INTO ended_gates (bond, gate) SELECT * FROM unnest(?::bigint[], ?::bytea[])
      ON CONFLICT DO NOTHING
      """;

  private static final String EMPTY =
      """
      DELETE FROM deposits d USING unnest(?::bigint[], ?::bytea[]) AS g (bond, gate),
        (VALUES (0), (1)) AS s (seat)
      WHERE d.bond = g.bond AND d.seat = s.seat AND d.gate = g.gate
      """;

  private static final String FORGET_KEYS =
      """
      DELETE FROM deposit_keys d USING unnest(?::bigint[], ?::bytea[]) AS g (bond, gate),
        (VALUES (0), (1)) AS s (seat)
      WHERE d.bond = g.bond AND d.seat = s.seat AND d.gate = g.gate
      """;

  private Gates() {}

  /// A gate of a bond.
  record Of(long bond, GateId gate) {}

  static void end(Session session, List<Of> gates) throws SQLException {
    if (gates.isEmpty()) {
      return;
    }
    var columns = Columns.of(gates.stream().distinct().toList());
    @Nullable Object[] values =
        columns.numbers(Of::bond).bytes(each -> each.gate().bytes()).values();
    session.run(END, values);
    session.run(EMPTY, values);
    session.run(FORGET_KEYS, values);
  }
}
