package kith.relay.log.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import kith.relay.log.Entry;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.sql.Bonds;
import kith.relay.log.sql.Bonds.Present;
import kith.relay.log.sql.Entries;
import kith.relay.log.sql.PageOf;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Turn;
import kith.wire.BondId;
import kith.wire.Limits;
import kith.wire.Problem;

/// Pages of several bonds at once: who asks, then a few entries for each; and only where there are
/// more, a whole page. Most who read have heard of one entry, and come for that: to count and to
/// add up what follows takes PostgreSQL about as long again as to find it (measured).
final class Pages {
  /// Pages that are asked for together, so that the largest ones fit in memory.
  static final int MOST = 32;

  /// A few: who has no more than this is answered at once.
  private static final int FEW = 3;

  /// What stands after a position, of each bond no more than so many.
  static final String NEXT =
      Entries.COLUMNS
          + """
          , r.i, 0
          FROM unnest(?::bigint[], ?::bigint[]) WITH ORDINALITY AS r (bond, after, i)
          CROSS JOIN LATERAL (
            SELECT w.* FROM entries w WHERE w.bond = r.bond AND w.seq > r.after
            ORDER BY w.seq LIMIT ?) e
          """;

  /// What stands after a position, no more than a page; of large entries no more than is sent.
  static final String AFTER =
      Entries.COLUMNS
          + """
          , r.i, e.among
          FROM unnest(?::bigint[], ?::bigint[]) WITH ORDINALITY AS r (bond, after, i)
          CROSS JOIN LATERAL (
            SELECT l.*, sum(l.bytes) OVER (ORDER BY l.seq) - l.bytes AS before,
              count(*) OVER () AS among
            FROM (
              SELECT w.*, length(w.event) + coalesce(length(w.body), 0)
                + coalesce(length(w.event1), 0) + coalesce(length(w.body1), 0) AS bytes
              FROM entries w WHERE w.bond = r.bond AND w.seq > r.after
              ORDER BY w.seq LIMIT ?) l) e
          WHERE e.before < ?
          """;

  private static final int PLACE = 14;
  private static final int AMONG = 15;

  /// A question and where its answer goes.
  record Asked(PageOf question, CompletableFuture<Outcome<Page>> answer) {}

  private record Found(int place, Entry entry, int among) {
    static Found read(ResultSet row) throws SQLException {
      return new Found(row.getInt(PLACE) - 1, Entries.entry(row), row.getInt(AMONG));
    }
  }

  private record Reader(Asked asked, Present present) {
    long bond() {
      return present.member().bond();
    }
  }

  private Pages() {}

  /// Answers each.
  static void answer(Session session, List<Asked> all) throws SQLException {
    List<Reader> more = new ArrayList<>();
    each(
        session,
        NEXT,
        readers(session, all),
        List.of(FEW + 1),
        (reader, found) -> {
          if (found.size() > FEW) {
            more.add(reader);
          } else {
            answer(session, reader, found, false);
          }
        });
    each(
        session,
        AFTER,
        more,
        List.of(Limits.PAGE_ENTRIES + 1, Limits.PAGE_BYTES),
        (reader, found) ->
            answer(
                session,
                reader,
                found,
                !found.isEmpty() && found.getFirst().among() > found.size()));
  }

  /// What to do with what was found for one.
  @FunctionalInterface
  private interface Use {
    void of(Reader reader, List<Found> found) throws SQLException;
  }

  private static void each(
      Session session, String question, List<Reader> readers, List<Integer> bounds, Use use)
      throws SQLException {
    if (readers.isEmpty()) {
      return;
    }
    Columns<Reader> columns =
        Columns.of(readers)
            .numbers(Reader::bond)
            .numbers(reader -> reader.asked().question().request().after());
    for (int bound : bounds) {
      columns = columns.all(bound);
    }
    Map<Integer, List<Found>> found =
        session.all(question, Found::read, columns.values()).stream()
            .collect(Collectors.groupingBy(Found::place));
    for (int i = 0; i < readers.size(); i++) {
      use.of(readers.get(i), found.getOrDefault(i, List.of()));
    }
  }

  private static List<Reader> readers(Session session, List<Asked> all) throws SQLException {
    Map<BondId, Bonds.Row> bonds =
        Locks.find(
            session,
            all.stream()
                .map(asked -> asked.question().request().seat().bond())
                .collect(Collectors.toSet()));
    List<Reader> readers = new ArrayList<>();
    for (Asked asked : all) {
      var seat = asked.question().request().seat();
      Optional<Present> present =
          Bonds.opened(Optional.ofNullable(bonds.get(seat.bond())), seat.hash());
      if (present.isPresent()) {
        readers.add(new Reader(asked, present.get()));
      } else {
        asked.answer().complete(Turn.refused(Problem.NOT_PERMITTED));
      }
    }
    return readers;
  }

  private static void answer(Session session, Reader reader, List<Found> found, boolean further)
      throws SQLException {
    List<Entry> entries =
        found.stream().map(Found::entry).sorted(Comparator.comparingLong(Entry::seq)).toList();
    reader
        .asked()
        .answer()
        .complete(reader.asked().question().of(session, reader.present(), entries, further));
  }
}
