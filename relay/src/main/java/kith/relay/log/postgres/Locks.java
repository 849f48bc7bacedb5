package kith.relay.log.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.relay.log.Seat;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Trip;
import kith.wire.BondId;
import kith.wire.Id;
import kith.wire.SeatHash;
import org.jspecify.annotations.Nullable;

/// Row locks, always in the same order: gate locks before bonds, each by number, then vaults by id.
/// So two transactions never wait for each other.
///
/// What writes entries holds the bond's row. What works at gates holds the bond's row of
/// `gate_locks`, which no request but those at gates ever waits for: a private act holds up nothing
/// that the other seat does, except a deposit of theirs in the same instant.
final class Locks {
  /// The seat that a capability opens, by what stands in the bond now: with `r` (bond, hash). None
  /// for others, so that nothing is found for them, and nothing held.
  static final String SEAT =
      """
      CROSS JOIN LATERAL (SELECT CASE r.hash WHEN b.seat0 THEN 0 WHEN b.seat1 THEN 1 END AS seat
        FROM bonds b WHERE b.number = r.bond LIMIT 1) s
      """;

  /// Gates of bonds, and of those in which somebody may act.
  static final String GATES =
      """
      SELECT bond FROM gate_locks WHERE bond IN (
        SELECT unnest(?::bigint[])
        UNION ALL
        SELECT r.bond FROM unnest(?::bigint[], ?::bytea[]) AS r (bond, hash)
      """
          + SEAT
          + """
              WHERE s.seat IS NOT NULL)
          ORDER BY bond FOR UPDATE
          """;

  /// Bonds, those that somebody writes in who may, and those where the other seat's deposit waits
  /// under a gate for this one: whether a deposit opens is decided later, by what stands there now.
  static final String BONDS =
      """
      SELECT number FROM bonds WHERE number IN (
        SELECT unnest(?::bigint[])
        UNION ALL
        SELECT r.bond FROM unnest(?::bigint[], ?::bytea[]) AS r (bond, hash)
      """
          + SEAT
          + """
              WHERE s.seat IS NOT NULL
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

  /// Who acts in a bond, or says so.
  record Actor(long bond, SeatHash hash) {
    static Actor of(Seat seat) {
      return new Actor(Ids.number(seat.bond()), seat.hash());
    }

    byte[] bytes() {
      return hash.bytes();
    }
  }

  /// Nobody else works at the gates of these bonds, nor of those in which one of these may act,
  /// until the transaction ends. What is held goes to `held`.
  static void gates(Trip trip, Set<Long> bonds, List<Actor> actors, Consumer<Long> held) {
    if (bonds.isEmpty() && actors.isEmpty()) {
      return;
    }
    @Nullable Object[] values =
        Columns.of(actors).all(numbers(bonds)).numbers(Actor::bond).bytes(Actor::bytes).values();
    trip.all(GATES, row -> row.getLong(1), held, values);
  }

  /// Nobody else writes in these bonds, nor in those in which one of these may act, nor in those
  /// where a gate may open, until the transaction ends; their gates are held. What is held goes to
  /// `held`.
  static void bonds(
      Trip trip, Set<Long> bonds, List<Actor> actors, Holdings holdings, Consumer<Long> held) {
    List<Holdings.One> opening = holdings.mayOpen();
    if (bonds.isEmpty() && actors.isEmpty() && opening.isEmpty()) {
      return;
    }
    List<@Nullable Object> values = new ArrayList<>();
    values.add(numbers(bonds));
    Collections.addAll(
        values, Columns.of(actors).numbers(Actor::bond).bytes(Actor::bytes).values());
    Collections.addAll(
        values,
        Columns.of(opening)
            .numbers(Holdings.One::bond)
            .bytes(Holdings.One::hash)
            .bytes(Holdings.One::gate)
            .all(holdings.today())
            .values());
    trip.all(BONDS, row -> row.getLong(1), held, values.toArray());
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
