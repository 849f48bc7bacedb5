package kith.relay.log.postgres;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kith.relay.log.sql.Made;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Trip;
import kith.wire.Days;
import org.jspecify.annotations.Nullable;

/// For `kith bench` only: puts bonds into a database that nobody uses, each with one entry.
public final class PostgresFill {
  private static final String BONDS =
      """
      INSERT INTO bonds (day, id, seat0, seat1)
      SELECT ?, r.* FROM unnest(?::bytea[], ?::bytea[], ?::bytea[]) AS r
      """;

  private static final String ENTRIES =
      """
      INSERT INTO entries (bond, seq, day, seat, handle, event)
      SELECT b.number, 1, ?, 0, b.id, ? FROM bonds b WHERE b.id = ANY (?)
      """;

  private PostgresFill() {}

  /// Makes the tables if need be.
  public static void fill(String url, Made.Many many) throws SQLException {
    int today = Days.today(Clock.systemUTC());
    try (Session session = new Session(new Connections(url).open("kith-fill"))) {
      Schema.bring(session, today);
      for (int from = 0; from < many.count(); from += Made.AT_ONCE) {
        int to = Math.min(many.count(), from + Made.AT_ONCE);
        List<Made> some = new ArrayList<>();
        for (int i = from; i < to; i++) {
          some.add(many.which().apply(i));
        }
        put(session, some, today);
        many.told().accept(to);
      }
      // As a server has it after a while: nothing left to tidy, and all of it in its place.
      session.script("VACUUM (ANALYZE, FREEZE)");
      session.script("CHECKPOINT");
    }
  }

  private static void put(Session session, List<Made> some, int today) throws SQLException {
    @Nullable Object[] bonds =
        Columns.of(some)
            .all(today)
            .bytes(made -> made.id().bytes())
            .bytes(made -> made.seat0().bytes())
            .bytes(made -> made.seat1().bytes())
            .values();
    new Trip()
        .run(BONDS, bonds)
        .run(ENTRIES, today, new byte[Made.EVENT_BYTES], bonds[1])
        .go(session);
  }
}
