package kith.relay.log.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kith.relay.log.Entry;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.sql.Bonds.Present;
import kith.relay.log.sql.Entries;
import kith.relay.log.sql.PageOf;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Trip;
import kith.relay.log.sql.Turn;
import kith.wire.Limits;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// Pages of several bonds at once: who asks and a few entries for each, on one trip; and only where
/// there are more, a whole page. Most who read have heard of one entry, and come for that: to count
/// and to add up what follows takes PostgreSQL about as long again as to find it (measured).
final class Pages {
  /// Pages that are asked for together, so that the largest ones fit in memory.
  static final int MOST = 32;

  /// A few: who has no more than this is answered at once.
  private static final int FEW = 3;

  /// The bonds with these numbers.
  static final String FIND = Known.COLUMNS + " FROM bonds WHERE number = ANY (?)";

  /// What stands after a position, of each bond no more than so many, for those who may read.
  static final String NEXT =
      Entries.COLUMNS
          + """
          , r.i, 0
          FROM unnest(?::bigint[], ?::bytea[], ?::bigint[]) WITH ORDINALITY
            AS r (bond, hash, after, i)
          """
          + Locks.SEAT
          + """
          CROSS JOIN LATERAL (
            SELECT w.* FROM entries w
            WHERE w.bond = r.bond AND w.seq > r.after AND s.seat IS NOT NULL
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

  /// Who may read, and the place of what was found for them.
  private record Reader(int place, Asked asked, Present present) {}

  /// What was found for each who asked, by place.
  private static final class Shelf {
    private final Map<Integer, List<Found>> found = new HashMap<>();

    void add(Found one) {
      found.computeIfAbsent(one.place(), _ -> new ArrayList<>()).add(one);
    }

    List<Found> of(int place) {
      return found.getOrDefault(place, List.of());
    }
  }

  private Pages() {}

  /// Answers each.
  static void answer(Session session, List<Asked> all) throws SQLException {
    Known bonds = new Known();
    Shelf few = new Shelf();
    Trip trip = new Trip();
    trip.all(FIND, Known::read, bonds::add, all.stream().mapToLong(Pages::bond).toArray());
    @Nullable Object[] values =
        Columns.of(all)
            .numbers(Pages::bond)
            .bytes(asked -> asked.question().request().seat().hash().bytes())
            .numbers(asked -> asked.question().request().after())
            .all(FEW + 1)
            .values();
    trip.all(NEXT, Found::read, few::add, values);
    trip.go(session);
    List<Reader> more = new ArrayList<>();
    for (Reader reader : readers(all, bonds)) {
      List<Found> found = few.of(reader.place());
      if (found.size() > FEW) {
        more.add(reader);
      } else {
        answer(session, reader, found, false);
      }
    }
    whole(session, more);
  }

  /// Answers those for whom there are more than a few.
  private static void whole(Session session, List<Reader> readers) throws SQLException {
    if (readers.isEmpty()) {
      return;
    }
    Shelf shelf = new Shelf();
    @Nullable Object[] values =
        positions(readers.stream().map(Reader::asked).toList())
            .all(Limits.PAGE_ENTRIES + 1)
            .all(Limits.PAGE_BYTES)
            .values();
    session.all(AFTER, Found::read, values).forEach(shelf::add);
    for (int place = 0; place < readers.size(); place++) {
      List<Found> found = shelf.of(place);
      boolean further = !found.isEmpty() && found.getFirst().among() > found.size();
      answer(session, readers.get(place), found, further);
    }
  }

  private static long bond(Asked asked) {
    return Ids.number(asked.question().request().seat().bond());
  }

  private static Columns<Asked> positions(List<Asked> all) {
    return Columns.of(all)
        .numbers(Pages::bond)
        .numbers(asked -> asked.question().request().after());
  }

  /// Those who may read; the others are answered.
  private static List<Reader> readers(List<Asked> all, Known bonds) {
    List<Reader> readers = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      Asked asked = all.get(place);
      Optional<Present> present = bonds.present(asked.question().request().seat());
      if (present.isPresent()) {
        readers.add(new Reader(place, asked, present.get()));
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
