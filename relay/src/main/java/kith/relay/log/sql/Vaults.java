package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import kith.relay.log.Outcome;
import kith.relay.log.Unlocked;
import kith.relay.log.VaultLog.Admission;
import kith.relay.log.VaultRequests.Create;
import kith.relay.log.VaultRequests.OpenSession;
import kith.wire.Box;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.SeatHash;
import kith.wire.Unlocker;
import kith.wire.VaultId;

/// Vaults and who has unlocked them.
final class Vaults {
  private static final String ADMIT =
      """
      INSERT INTO sessions (vault, hash, unlocker, expires, known) VALUES (?, ?, ?, ?, ?)
      """;

  private static final String FORGET_OLDEST =
      """
      DELETE FROM sessions WHERE vault = ? AND hash IN
        (SELECT hash FROM sessions WHERE vault = ? ORDER BY known DESC, hash LIMIT 1000 OFFSET ?)
      """;

  private Vaults() {}

  /// A vault that exists: its number here, the day it was made, the generation of its root key, and
  /// the number of the last change of its records.
  record Row(long number, int day, int generation, long changes) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4));
    }
  }

  static Optional<Row> row(Session session, VaultId vault) throws SQLException {
    return session.first(
        "SELECT number, day, generation, changes FROM vaults WHERE id = ?",
        Row::read,
        (Object) vault.bytes());
  }

  /// The vault that an open session unlocks; empty for whatever is not one.
  static Optional<Row> unlocked(Session session, Unlocked by, int today) throws SQLException {
    return session.first(
        """
        SELECT v.number, v.day, v.generation, v.changes FROM vaults v
        JOIN sessions s ON s.vault = v.number WHERE v.id = ? AND s.hash = ? AND s.expires >= ?
        """,
        Row::read,
        by.vault().bytes(),
        by.session().bytes(),
        today);
  }

  static Outcome<Box> keep(Turn turn, String name, Box proposed) throws SQLException {
    turn.session()
        .run(
            "INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
            name,
            proposed.bytes());
    return Turn.done(
        turn.session()
            .first("SELECT value FROM kept WHERE name = ?", row -> new Box(row.getBytes(1)), name)
            .orElse(proposed));
  }

  static Outcome<Integer> create(Turn turn, Create request) throws SQLException {
    Session session = turn.session();
    Optional<Row> there = row(session, request.vault());
    if (there.isPresent()) {
      Unlocker first = request.first();
      boolean same =
          Unlocking.find(session, there.get().number(), first.id())
              .filter(first::equals)
              .isPresent();
      return same ? Turn.done(there.get().day()) : Turn.refused(Problem.VAULT_EXISTS);
    }
    if (!turn.quotas().vaults().take()) {
      return Turn.refused(Problem.TOO_MANY);
    }
    session.run(
        "INSERT INTO vaults (id, day, generation, changes) VALUES (?, ?, 1, 0)",
        request.vault().bytes(),
        turn.today());
    Row made = row(session, request.vault()).orElseThrow();
    Unlocking.insert(session, made.number(), request.first());
    return Turn.done(turn.today());
  }

  static Outcome<Admission> openSession(Turn turn, OpenSession request) throws SQLException {
    Session session = turn.session();
    Optional<Row> vault = row(session, request.vault());
    Optional<Unlocker> unlocker =
        vault.isEmpty()
            ? Optional.empty()
            : Unlocking.find(session, vault.get().number(), request.unlocker());
    if (vault.isEmpty() || unlocker.isEmpty() || !answers(turn, vault.get(), request)) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    long number = vault.get().number();
    int expires = turn.today() + Limits.SESSION_DAYS;
    session.run(
        ADMIT,
        number,
        request.session().bytes(),
        request.unlocker().bytes(),
        expires,
        turn.today() + Limits.KNOWN_DAYS);
    session.run(FORGET_OLDEST, number, number, Limits.SESSIONS_PER_VAULT);
    return Turn.done(
        new Admission(unlocker.get().envelope(), vault.get().generation(), expires, turn.today()));
  }

  /// Whether this challenge has not been answered before; now it has.
  private static boolean answers(Turn turn, Row vault, OpenSession request) throws SQLException {
    int used =
        turn.session()
            .run(
                """
                INSERT INTO used_challenges (vault, challenge, day) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                vault.number(),
                request.challenge().bytes(),
                turn.today());
    return used == 1;
  }

  static boolean known(Session session, Unlocked by, int today) throws SQLException {
    return session
        .first(
            """
            SELECT 1 FROM vaults v JOIN sessions s ON s.vault = v.number
            WHERE v.id = ? AND s.hash = ? AND s.known >= ?
            """,
            _ -> true,
            by.vault().bytes(),
            by.session().bytes(),
            today)
        .isPresent();
  }

  static Outcome<Integer> lock(Turn turn, Unlocked by) throws SQLException {
    Optional<Row> vault = unlocked(turn.session(), by, turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    turn.session()
        .run(
            "UPDATE sessions SET expires = ? WHERE vault = ? AND hash = ?",
            turn.today() - 1,
            vault.get().number(),
            by.session().bytes());
    return Turn.done(turn.today());
  }

  static Outcome<Integer> delete(Turn turn, Unlocked by) throws SQLException {
    Optional<Row> vault = unlocked(turn.session(), by, turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    long number = vault.get().number();
    for (String table :
        new String[] {"unlockers", "sessions", "used_challenges", "records", "pushes"}) {
      turn.session().run("DELETE FROM " + table + " WHERE vault = ?", number);
    }
    turn.session().run("DELETE FROM vaults WHERE number = ?", number);
    return Turn.done(turn.today());
  }

  /// Revokes every session but one.
  static void revokeOthers(Session session, long vault, SeatHash but) throws SQLException {
    session.run("DELETE FROM sessions WHERE vault = ? AND hash <> ?", vault, but.bytes());
  }
}
