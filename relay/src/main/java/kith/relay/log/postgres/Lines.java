package kith.relay.log.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kith.relay.log.sql.Entries;
import kith.relay.log.sql.Session;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.Parts;
import kith.wire.Words;
import org.jspecify.annotations.Nullable;

/// New entries of many bonds, gathered and then written at once. The bonds are held.
final class Lines {
  private static final String LAST =
      """
      SELECT b.bond, coalesce((SELECT max(seq) FROM entries e WHERE e.bond = b.bond), 0)
      FROM unnest(?::bigint[]) AS b (bond)
      """;

  private static final String WRITE =
      """
      INSERT INTO entries (day, bond, seq, seat, handle, gate, event, body, event1, body1)
      SELECT ?, r.* FROM unnest(?::bigint[], ?::bigint[], ?::smallint[], ?::bytea[], ?::bytea[],
        ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[]) AS r
      """;

  private static final String WRITE_KEYS =
      """
      INSERT INTO keys (bond, seq, seat, key)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::smallint[], ?::bytea[])
      """;

  /// In place of a seat for an opening.
  private static final int BOTH = -1;

  private record Line(
      long bond,
      long seq,
      int seat,
      @Nullable Handle handle,
      @Nullable GateId gate,
      Parts first,
      @Nullable Parts second) {}

  private record Key(long bond, long seq, int seat, Words words) {}

  private final Map<Long, Long> last = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /// Reads the last positions of these bonds.
  static Lines after(Session session, List<Long> bonds) throws SQLException {
    Lines lines = new Lines();
    if (!bonds.isEmpty()) {
      Object numbers = bonds.stream().mapToLong(Long::longValue).toArray();
      var read = session.all(LAST, row -> Map.entry(row.getLong(1), row.getLong(2)), numbers);
      read.forEach(each -> lines.last.put(each.getKey(), each.getValue()));
    }
    return lines;
  }

  private long next(long bond) {
    return last.merge(bond, 1L, Long::sum);
  }

  /// An entry of one seat; its position.
  long written(long bond, int seat, Handle handle, Parts parts) {
    long seq = next(bond);
    lines.add(new Line(bond, seq, seat, handle, null, parts, null));
    return seq;
  }

  /// An opening; its position.
  long opened(long bond, GateId gate, Parts seat0, Parts seat1) {
    long seq = next(bond);
    lines.add(new Line(bond, seq, BOTH, null, gate, seat0, seat1));
    return seq;
  }

  /// Writes all of them.
  void write(Session session, int today) throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    session.run(WRITE, columns(today));
    List<Key> keys = lines.stream().flatMap(Lines::keys).toList();
    if (!keys.isEmpty()) {
      session.run(
          WRITE_KEYS,
          Columns.of(keys)
              .numbers(Key::bond)
              .numbers(Key::seq)
              .smallNumbers(Key::seat)
              .bytes(key -> key.words().key().bytes())
              .values());
    }
  }

  private @Nullable Object[] columns(int today) {
    return Columns.of(lines)
        .all(today)
        .numbers(Line::bond)
        .numbers(Line::seq)
        .orNull(line -> line.seat() == BOTH ? null : line.seat())
        .bytes(line -> line.handle() == null ? null : line.handle().bytes())
        .bytes(line -> line.gate() == null ? null : line.gate().bytes())
        .bytes(line -> line.first().event().bytes())
        .bytes(line -> Entries.body(line.first()))
        .bytes(line -> line.second() == null ? null : line.second().event().bytes())
        .bytes(line -> line.second() == null ? null : Entries.body(line.second()))
        .values();
  }

  private static Stream<Key> keys(Line line) {
    Stream<Key> first = key(line, line.seat() == BOTH ? 0 : line.seat(), line.first());
    return line.second() == null ? first : Stream.concat(first, key(line, 1, line.second()));
  }

  private static Stream<Key> key(Line line, int seat, Parts parts) {
    Words words = parts.words();
    return words == null
        ? Stream.empty()
        : Stream.of(new Key(line.bond(), line.seq(), seat, words));
  }
}
