package kith.relay.log.postgres;

import java.util.List;
import kith.relay.log.sql.Trip;
import kith.wire.GateId;
import org.jspecify.annotations.Nullable;

/// Ends gates for good: nothing waits under them, nothing opens under them again.
final class Gates {
  private static final String END =
      """
      INSERT INTO ended_gates (bond, gate) SELECT * FROM unnest(?::bigint[], ?::bytea[])
      ON CONFLICT DO NOTHING
      """;

  /// By place: the gates are held, so nothing moves; and each is found by an index ([Holdings]).
  static final String EMPTY =
      """
      DELETE FROM deposits WHERE ctid = ANY (ARRAY(
        SELECT t.ctid FROM unnest(?::bigint[], ?::bytea[]) AS g (bond, gate)
        CROSS JOIN (VALUES (0), (1)) AS s (seat)
        CROSS JOIN LATERAL (SELECT d.ctid FROM deposits d
          WHERE d.bond = g.bond AND d.seat = s.seat AND d.gate = g.gate LIMIT 1) t))
      """;

  static final String FORGET_KEYS =
      """
      DELETE FROM deposit_keys WHERE ctid = ANY (ARRAY(
        SELECT t.ctid FROM unnest(?::bigint[], ?::bytea[]) AS g (bond, gate)
        CROSS JOIN (VALUES (0), (1)) AS s (seat)
        CROSS JOIN LATERAL (SELECT d.ctid FROM deposit_keys d
          WHERE d.bond = g.bond AND d.seat = s.seat AND d.gate = g.gate LIMIT 1) t))
      """;

  private Gates() {}

  /// A gate of a bond.
  record Of(long bond, GateId gate) {}

  static void end(Trip trip, List<Of> gates) {
    if (gates.isEmpty()) {
      return;
    }
    var columns = Columns.of(gates.stream().distinct().toList());
    @Nullable Object[] values =
        columns.numbers(Of::bond).bytes(each -> each.gate().bytes()).values();
    trip.run(END, values).run(EMPTY, values).run(FORGET_KEYS, values);
  }
}
