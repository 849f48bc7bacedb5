package kith.relay.log.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Trip;
import kith.wire.BondId;
import kith.wire.Id;
import org.jspecify.annotations.Nullable;

/// Row locks, always in the same order: gate locks before bonds, each by number, then vaults by id.
/// So two transactions never wait for each other.
///
/// What writes entries holds the bond's row. What works at gates holds the bond's row of
/// `gate_locks`, which no request but those at gates ever waits for: a private act holds up nothing
/// that the other seat does, except a deposit of theirs in the same instant.
final class Locks {
  /// The seat that a capability opens, by what stands in the bond now: with `r` (bond, hash). None
  /// for others, so that nothing is found for them.
  static final String SEAT =
      """
      CROSS JOIN LATERAL (SELECT CASE r.hash WHEN b.seat0 THEN 0 WHEN b.seat1 THEN 1 END AS seat
        FROM bonds b WHERE b.number = r.bond LIMIT 1) s
      """;

  static final String GATES =
      "SELECT bond FROM gate_locks WHERE bond = ANY (?) ORDER BY bond FOR UPDATE";

  /// Bonds that are sure to be written in, and those where the other seat's deposit waits under a
  /// gate for this one: whether a deposit opens is decided later, by what stands there now.
  static final String BONDS =
      """
      SELECT number FROM bonds WHERE number IN (
        SELECT unnest(?::bigint[])
        UNION ALL
        SELECT r.bond FROM unnest(?::bigint[], ?::bytea[], ?::bytea[]) AS r (bond, hash, gate)
      """
          + SEAT
          + """
            CROSS JOIN LATERAL (SELECT d.event, d.expires FROM deposits d
              WHERE d.bond = r.bond AND d.seat = 1 - s.seat AND d.gate = r.gate LIMIT 1) t
            WHERE t.event IS NOT NULL AND t.expires >= ?)
          ORDER BY number FOR UPDATE
          """;

  static final String VAULTS =
      "SELECT number FROM vaults WHERE id = ANY (?) ORDER BY id FOR UPDATE";

  private static final String OF_INVITATIONS =
      "SELECT bond FROM invitations WHERE id = ANY (?) AND bond IS NOT NULL";

  private Locks() {}

  private static <T> byte[][] ids(Collection<T> things, Function<T, Id> id) {
    return things.stream().map(thing -> id.apply(thing).bytes()).toArray(byte[][]::new);
  }

  /// The numbers of the bonds that this work belongs to, whether there are such bonds or not.
  static Set<Long> bondsOf(Session session, Collection<Pending<?>> works) throws SQLException {
    Set<Home> homes = works.stream().map(each -> each.work().home()).collect(Collectors.toSet());
    Set<Long> numbers = new TreeSet<>();
    homes.stream()
        .filter(Home.OfBond.class::isInstance)
        .forEach(home -> numbers.add(Ids.number(new BondId(home.id()))));
    Set<Home> invitations =
        homes.stream().filter(Home.OfInvitation.class::isInstance).collect(Collectors.toSet());
    if (!invitations.isEmpty()) {
      Object ids = ids(invitations, Home::id);
      numbers.addAll(session.all(OF_INVITATIONS, row -> row.getLong(1), ids));
    }
    return numbers;
  }

  /// Nobody else works at the gates of these bonds until the transaction ends.
  static void gates(Trip trip, Set<Long> bonds) {
    if (!bonds.isEmpty()) {
      trip.run(GATES, numbers(bonds));
    }
  }

  /// Nobody else writes in these bonds, nor in those where a gate may open, until the transaction
  /// ends; their gates are held.
  static void bonds(Trip trip, Set<Long> bonds, Holdings holdings) {
    List<Holdings.One> opening = holdings.mayOpen();
    if (bonds.isEmpty() && opening.isEmpty()) {
      return;
    }
    @Nullable Object[] values =
        Columns.of(opening)
            .all(numbers(bonds))
            .numbers(Holdings.One::bond)
            .bytes(Holdings.One::hash)
            .bytes(Holdings.One::gate)
            .all(holdings.today())
            .values();
    trip.all(BONDS, row -> row.getLong(1), holdings::bondHeld, values);
  }

  private static Object numbers(Set<Long> bonds) {
    return bonds.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /// Nobody else writes in the vaults that this work belongs to until the transaction ends.
  static void vaults(Session session, Collection<Pending<?>> works) throws SQLException {
    Set<Home> homes =
        works.stream()
            .map(each -> each.work().home())
            .filter(Home.OfVault.class::isInstance)
            .collect(Collectors.toSet());
    if (!homes.isEmpty()) {
      Object ids = ids(homes, Home::id);
      var _ = session.all(VAULTS, row -> row.getLong(1), ids);
    }
  }
}
