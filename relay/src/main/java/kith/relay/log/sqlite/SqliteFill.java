package kith.relay.log.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import kith.relay.log.sql.Made;
import kith.relay.log.sql.Session;
import kith.wire.Days;

/// For `kith bench` only: puts bonds into a data folder that nobody uses, each with one entry.
public final class SqliteFill {
  private static final String BOND =
      "INSERT INTO bonds (id, day, seat0, seat1) VALUES (?, ?, ?, ?) RETURNING number";

  private static final String ENTRY =
      "INSERT INTO entries (bond, seq, day, seat, handle, event) VALUES (?, 1, ?, 0, ?, ?)";

  /// So that the tree of ids stays in memory while it grows at random places.
  private static final String CACHE = "PRAGMA cache_size = -262144";

  private SqliteFill() {}

  /// Makes the folder if need be.
  public static void fill(Path folder, Made.Many many) throws SQLException {
    int today = Days.today(Clock.systemUTC());
    try (DataFolder taken = DataFolder.take(folder.toAbsolutePath());
        Session session = new Connections(taken.database()).writer()) {
      Schema.bring(session, today);
      session.script(CACHE);
      for (int from = 0; from < many.count(); from += Made.AT_ONCE) {
        int to = Math.min(many.count(), from + Made.AT_ONCE);
        session.run("BEGIN IMMEDIATE");
        for (int i = from; i < to; i++) {
          put(session, many.which().apply(i), today);
        }
        session.run("COMMIT");
        session.script("PRAGMA wal_checkpoint(TRUNCATE)");
        many.told().accept(to);
      }
    }
  }

  private static void put(Session session, Made made, int today) throws SQLException {
    byte[] id = made.id().bytes();
    long number =
        session
            .first(
                BOND, row -> row.getLong(1), id, today, made.seat0().bytes(), made.seat1().bytes())
            .orElseThrow();
    session.run(ENTRY, number, today, id, new byte[Made.EVENT_BYTES]);
  }
}
