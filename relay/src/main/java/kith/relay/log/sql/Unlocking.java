package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kith.relay.log.Outcome;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultLog.Unlockers;
import kith.relay.log.VaultRequests.AddUnlocker;
import kith.relay.log.VaultRequests.RemoveUnlocker;
import kith.relay.log.VaultRequests.Renew;
import kith.wire.Box;
import kith.wire.Id;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;
import org.jspecify.annotations.Nullable;

/// The ways into each vault.
final class Unlocking {
  private static final String COLUMNS =
      "SELECT id, kind, envelope, public_key, salt, kdf FROM unlockers ";

  private static final Session.Bound<Unlocker> ALL =
      new Session.Bound<>(Limits.UNLOCKERS_PER_VAULT, Long.MAX_VALUE, _ -> 0);

  private Unlocking() {}

  static Optional<Unlocker> single(Session session, VaultId vault, Unlocker.Kind kind)
      throws SQLException {
    long number = Vaults.row(session, vault).map(Vaults.Row::number).orElse(-1L);
    return session.first(
        COLUMNS + "WHERE vault = ? AND kind = ?", Unlocking::read, number, kind.number());
  }

  static Optional<Unlocker> find(Session session, VaultId vault, UnlockerId id)
      throws SQLException {
    return find(session, Vaults.row(session, vault).map(Vaults.Row::number).orElse(-1L), id);
  }

  static Optional<Unlocker> find(Session session, long vault, UnlockerId id) throws SQLException {
    return session.first(
        COLUMNS + "WHERE vault = ? AND id = ?", Unlocking::read, vault, id.bytes());
  }

  private static Unlocker read(ResultSet row) throws SQLException {
    int kind = row.getInt(2);
    return new Unlocker(
        new UnlockerId(Id.of(row.getBytes(1)).orElseThrow()),
        Arrays.stream(Unlocker.Kind.values())
            .filter(each -> each.number() == kind)
            .findFirst()
            .orElseThrow(),
        new Box(row.getBytes(3)),
        new Box(row.getBytes(4)),
        box(row.getBytes(5)),
        row.getInt(6));
  }

  private static @Nullable Box box(byte @Nullable [] bytes) {
    return bytes == null ? null : new Box(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable Box box) {
    return box == null ? null : box.bytes();
  }

  static void insert(Session session, long vault, Unlocker unlocker) throws SQLException {
    session.run(
        """
        INSERT INTO unlockers (vault, id, kind, envelope, public_key, salt, kdf)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        vault,
        unlocker.id().bytes(),
        unlocker.kind().number(),
        unlocker.envelope().bytes(),
        unlocker.publicKey().bytes(),
        bytes(unlocker.salt()),
        unlocker.kdf());
  }

  private static List<Unlocker> list(Session session, long vault) throws SQLException {
    return session
        .rows(COLUMNS + "WHERE vault = ? ORDER BY id", Unlocking::read, ALL, vault)
        .values();
  }

  static Outcome<Unlockers> all(Session session, Unlocked by, int today) throws SQLException {
    Optional<Vaults.Row> vault = Vaults.unlocked(session, by, today);
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    return Turn.done(
        new Unlockers(vault.get().generation(), list(session, vault.get().number()), today));
  }

  static Outcome<Integer> add(Turn turn, AddUnlocker request) throws SQLException {
    Optional<Vaults.Row> vault = Vaults.unlocked(turn.session(), request.by(), turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    List<Unlocker> there = list(turn.session(), vault.get().number());
    Unlocker one = request.unlocker();
    if (there.contains(one)) {
      if (there.stream().anyMatch(each -> replaces(request, each) && !each.equals(one))) {
        delete(turn.session(), vault.get().number(), Objects.requireNonNull(request.replaces()));
      }
      return Turn.done(turn.today());
    }
    List<Unlocker> left = there.stream().filter(each -> !replaces(request, each)).toList();
    if (left.stream().anyMatch(each -> excludes(each, one))) {
      return Turn.refused(Problem.UNLOCKER_EXISTS);
    }
    if (left.size() >= Limits.UNLOCKERS_PER_VAULT) {
      return Turn.refused(Problem.TOO_MANY);
    }
    if (left.size() < there.size()) {
      delete(turn.session(), vault.get().number(), Objects.requireNonNull(request.replaces()));
    }
    insert(turn.session(), vault.get().number(), one);
    return Turn.done(turn.today());
  }

  private static boolean replaces(AddUnlocker request, Unlocker there) {
    return there.id().equals(request.replaces()) && there.kind() == request.unlocker().kind();
  }

  private static void delete(Session session, long vault, UnlockerId id) throws SQLException {
    session.run("DELETE FROM unlockers WHERE vault = ? AND id = ?", vault, id.bytes());
    session.run("DELETE FROM sessions WHERE vault = ? AND unlocker = ?", vault, id.bytes());
  }

  private static boolean excludes(Unlocker there, Unlocker one) {
    return there.id().equals(one.id()) || (there.kind() == one.kind() && one.kind().single());
  }

  static Outcome<Integer> remove(Turn turn, RemoveUnlocker request) throws SQLException {
    Session session = turn.session();
    Optional<Vaults.Row> vault = Vaults.unlocked(session, request.by(), turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    long number = vault.get().number();
    List<Unlocker> there = list(session, number);
    if (there.stream().noneMatch(each -> each.id().equals(request.unlocker()))) {
      return Turn.done(turn.today());
    }
    if (there.size() == 1) {
      return Turn.refused(Problem.LAST_UNLOCKER);
    }
    delete(session, number, request.unlocker());
    return Turn.done(turn.today());
  }

  static Outcome<Integer> renew(Turn turn, Renew request) throws SQLException {
    Session session = turn.session();
    Optional<Vaults.Row> vault = Vaults.unlocked(session, request.by(), turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    long number = vault.get().number();
    if (request.generation() == vault.get().generation()) {
      boolean same = sorted(request.unlockers()).equals(list(session, number));
      return same ? Turn.done(turn.today()) : Turn.refused(Problem.GENERATION_MOVED);
    }
    if (request.generation() != vault.get().generation() + 1) {
      return Turn.refused(Problem.GENERATION_MOVED);
    }
    session.run("UPDATE vaults SET generation = ? WHERE number = ?", request.generation(), number);
    session.run("DELETE FROM unlockers WHERE vault = ?", number);
    for (Unlocker unlocker : request.unlockers()) {
      insert(session, number, unlocker);
    }
    Vaults.revokeOthers(session, number, request.by().session());
    session.run("DELETE FROM pushes WHERE vault = ?", number);
    return Turn.done(turn.today());
  }

  private static List<Unlocker> sorted(List<Unlocker> unlockers) {
    return unlockers.stream()
        .sorted((a, b) -> Arrays.compareUnsigned(a.id().bytes(), b.id().bytes()))
        .toList();
  }
}
