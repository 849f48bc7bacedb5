package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.relay.log.Outcome;
import kith.relay.log.VaultLog.DuePush;
import kith.relay.log.VaultRequests.ClearPush;
import kith.relay.log.VaultRequests.SetPush;
import kith.wire.Id;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.PushId;
import kith.wire.VaultId;

/// When devices want to be woken. The next time of each is in its row; it depends on the hours that
/// the person chose and on nothing that happens.
final class Pushes {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final long MILLIS_PER_MINUTE = 60_000;

  /// Pushes taken at a time.
  private static final int MOST = 256;

  /// A push whose time is this long past is let go by: the relay was down, and the hour that was
  /// chosen is over.
  private static final int LATE = HOUR;

  private static final String PUT =
      """
      INSERT INTO pushes (vault, id, address, hours, due) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (vault, id) DO UPDATE SET address = excluded.address, hours = excluded.hours,
        due = excluded.due
      """;

  private Pushes() {}

  static Outcome<Integer> set(Turn turn, SetPush request, long clockMillis) throws SQLException {
    Optional<Vaults.Row> vault = Vaults.unlocked(turn.session(), request.by(), turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    byte[] id = request.push().bytes();
    if (others(turn.session(), vault.get().number(), id) >= Limits.PUSHES_PER_VAULT) {
      return Turn.refused(Problem.TOO_MANY);
    }
    int hours = request.hours().stream().mapToInt(hour -> 1 << hour).reduce(0, (a, b) -> a | b);
    long now = Math.floorDiv(clockMillis, MILLIS_PER_MINUTE);
    long due = next(now, hours, minute(id));
    turn.session().run(PUT, vault.get().number(), id, request.address(), hours, due);
    return Turn.done(turn.today());
  }

  private static long others(Session session, long vault, byte[] id) throws SQLException {
    return session
        .first(
            "SELECT count(*) FROM pushes WHERE vault = ? AND id <> ?",
            row -> row.getLong(1),
            vault,
            id)
        .orElse(0L);
  }

  /// The minute of the hour, from the random id: it spreads devices over the hour.
  private static int minute(byte[] id) {
    return Byte.toUnsignedInt(id[id.length - 1]) % HOUR;
  }

  /// The first minute after `now` that is at one of the hours.
  static long next(long now, int hours, int minute) {
    long today = Math.floorDiv(now, DAY) * DAY;
    for (int hour = 0; hour < 2 * 24; hour++) {
      long at = today + (long) hour * HOUR + minute;
      if (at > now && (hours & (1 << (hour % 24))) != 0) {
        return at;
      }
    }
    return now + DAY;
  }

  static Outcome<Integer> clear(Turn turn, ClearPush request) throws SQLException {
    Optional<Vaults.Row> vault = Vaults.unlocked(turn.session(), request.by(), turn.today());
    if (vault.isEmpty()) {
      return Turn.refused(Problem.NOT_UNLOCKED);
    }
    delete(turn.session(), vault.get().number(), request.push());
    return Turn.done(turn.today());
  }

  static Outcome<Integer> forget(Turn turn, VaultId vault, PushId push) throws SQLException {
    Optional<Vaults.Row> row = Vaults.row(turn.session(), vault);
    if (row.isPresent()) {
      delete(turn.session(), row.get().number(), push);
    }
    return Turn.done(turn.today());
  }

  private static void delete(Session session, long vault, PushId push) throws SQLException {
    session.run("DELETE FROM pushes WHERE vault = ? AND id = ?", vault, push.bytes());
  }

  private record Row(long vault, DuePush push, int hours, long due) {
    static Row read(ResultSet row) throws SQLException {
      VaultId vault = new VaultId(Id.of(row.getBytes(2)).orElseThrow());
      PushId id = new PushId(Id.of(row.getBytes(3)).orElseThrow());
      DuePush push = new DuePush(vault, id, row.getString(4));
      return new Row(row.getLong(1), push, row.getInt(5), row.getLong(6));
    }

    byte[] id() {
      return push.push().bytes();
    }
  }

  static Outcome<List<DuePush>> take(Turn turn, long clockMillis) throws SQLException {
    long now = Math.floorDiv(clockMillis, MILLIS_PER_MINUTE);
    List<DuePush> taken = new ArrayList<>();
    for (Row row : due(turn.session(), now)) {
      int moved =
          turn.session()
              .run(
                  "UPDATE pushes SET due = ? WHERE vault = ? AND id = ? AND due = ?",
                  next(now, row.hours(), minute(row.id())),
                  row.vault(),
                  row.id(),
                  row.due());
      if (moved == 1 && now - row.due() <= LATE) {
        taken.add(row.push());
      }
    }
    return Turn.done(taken);
  }

  private static List<Row> due(Session session, long now) throws SQLException {
    return session
        .rows(
            """
            SELECT p.vault, v.id, p.id, p.address, p.hours, p.due FROM pushes p
            JOIN vaults v ON v.number = p.vault WHERE p.due <= ? ORDER BY p.due LIMIT ?
            """,
            Row::read,
            new Session.Bound<>(MOST, Long.MAX_VALUE, _ -> 0),
            now,
            MOST)
        .values();
  }
}
