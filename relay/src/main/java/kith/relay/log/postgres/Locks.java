package kith.relay.log.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.relay.log.sql.Bonds;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Session;
import kith.wire.BondId;
import kith.wire.Id;

/// Row locks, always in the same order: gate locks before bonds, each by number. So two
/// transactions never wait for each other.
///
/// What writes entries holds the bond's row. What works at gates holds the bond's row of
/// `gate_locks`, which no request but those at gates ever waits for: a private act holds up nothing
/// that the other seat does, except a deposit of theirs in the same instant.
final class Locks {
  private static final String FIND = Bonds.COLUMNS + ", id FROM bonds WHERE id = ANY (?)";

  private static final int ID = 8;

  private static final String GATES =
      "SELECT bond FROM gate_locks WHERE bond = ANY (?) ORDER BY bond FOR UPDATE";

  private static final String BONDS =
      "SELECT number FROM bonds WHERE number = ANY (?) ORDER BY number FOR UPDATE";

  private static final String OVER =
      "SELECT number FROM bonds WHERE number = ANY (?) AND ended IS NOT NULL";

  private static final String VAULTS =
      "SELECT number FROM vaults WHERE id = ANY (?) ORDER BY number FOR UPDATE";

  private static final String OF_INVITATIONS =
      "SELECT bond FROM invitations WHERE id = ANY (?) AND bond IS NOT NULL";

  private Locks() {}

  private record Found(BondId id, Bonds.Row row) {
    static Found read(ResultSet row) throws SQLException {
      Id id =
          Id.of(row.getBytes(ID)).orElseThrow(() -> new SQLException("an id of a wrong length"));
      return new Found(new BondId(id), Bonds.Row.read(row));
    }
  }

  /// The bonds as they stand; unknown ones are absent.
  static Map<BondId, Bonds.Row> find(Session session, Set<BondId> bonds) throws SQLException {
    if (bonds.isEmpty()) {
      return Map.of();
    }
    Object ids = ids(bonds, BondId::id);
    return session.all(FIND, Found::read, ids).stream()
        .collect(Collectors.toMap(Found::id, Found::row));
  }

  private static <T> byte[][] ids(Collection<T> things, Function<T, Id> id) {
    return things.stream().map(thing -> id.apply(thing).bytes()).toArray(byte[][]::new);
  }

  /// The numbers of the bonds that this work belongs to, as far as there are any.
  static Set<Long> bondsOf(Session session, Collection<Pending<?>> works) throws SQLException {
    Set<Home> homes = works.stream().map(each -> each.work().home()).collect(Collectors.toSet());
    Set<BondId> bonds =
        homes.stream()
            .filter(Home.OfBond.class::isInstance)
            .map(home -> new BondId(home.id()))
            .collect(Collectors.toSet());
    Set<Long> numbers = new TreeSet<>();
    find(session, bonds).values().forEach(row -> numbers.add(row.number()));
    Set<Home> invitations =
        homes.stream().filter(Home.OfInvitation.class::isInstance).collect(Collectors.toSet());
    if (!invitations.isEmpty()) {
      Object ids = ids(invitations, Home::id);
      numbers.addAll(session.all(OF_INVITATIONS, row -> row.getLong(1), ids));
    }
    return numbers;
  }

  /// Nobody else works at the gates of these bonds until the transaction ends.
  static void gates(Session session, Set<Long> bonds) throws SQLException {
    hold(session, GATES, bonds);
  }

  /// Nobody else writes in these bonds until the transaction ends.
  static void bonds(Session session, Set<Long> bonds) throws SQLException {
    hold(session, BONDS, bonds);
  }

  /// Those of these bonds that have ended; what is held here stays so until the transaction ends.
  static Set<Long> over(Session session, Set<Long> bonds) throws SQLException {
    if (bonds.isEmpty()) {
      return Set.of();
    }
    Object numbers = bonds.stream().mapToLong(Long::longValue).sorted().toArray();
    return Set.copyOf(session.all(OVER, row -> row.getLong(1), numbers));
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

  private static void hold(Session session, String sql, Set<Long> bonds) throws SQLException {
    if (!bonds.isEmpty()) {
      Object numbers = bonds.stream().mapToLong(Long::longValue).sorted().toArray();
      var _ = session.all(sql, row -> row.getLong(1), numbers);
    }
  }
}
