package kith.relay.log.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kith.relay.log.Appended;
import kith.relay.log.Requests.Append;
import kith.relay.log.Requests.Deposit;
import kith.relay.log.Seat;
import kith.relay.log.sql.Bonds;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Entries;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Trip;
import kith.relay.log.sql.Turn;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Words;
import org.jspecify.annotations.Nullable;

/// New entries of many bonds, gathered and then written at once. The bonds are held.
final class Lines {
  static final String STAND =
      Known.COLUMNS
          + """
          , coalesce((SELECT max(seq) FROM entries e WHERE e.bond = number), 0)
          FROM bonds WHERE number = ANY (?)
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
  private final Set<Long> over = new HashSet<>();
  private final Set<Long> gatesHeld = new HashSet<>();
  private final Set<Long> bondsHeld = new HashSet<>();
  private final Known bonds = new Known();
  private final List<Line> lines = new ArrayList<>();

  /// Reads how these bonds stand: who may act in each, its last position, and whether it has ended.
  /// What is held stays so until the transaction ends.
  void look(Trip trip, Set<Long> numbers) {
    if (!numbers.isEmpty()) {
      Object asked = numbers.stream().mapToLong(Long::longValue).toArray();
      trip.all(STAND, Standing::read, this::stands, asked);
    }
  }

  private record Standing(Known.Bond bond, long last) {
    static Standing read(ResultSet row) throws SQLException {
      return new Standing(Known.read(row), row.getLong(Known.NEXT));
    }
  }

  private void stands(Standing standing) {
    bonds.add(standing.bond());
    Bonds.Row row = standing.bond().row();
    last.put(row.number(), standing.last());
    if (row.first().isOver()) {
      over.add(row.number());
    }
  }

  /// The gates of this bond are held.
  void gatesHeld(long bond) {
    gatesHeld.add(bond);
  }

  /// Nobody else writes in this bond.
  void bondHeld(long bond) {
    bondsHeld.add(bond);
  }

  /// Whether nobody else writes in this bond.
  boolean isHeld(long bond) {
    return bondsHeld.contains(bond);
  }

  /// The member who appends, in a bond that is held; who is none is refused. So is whoever became
  /// one after the locks were taken: nothing is held for them.
  Optional<Member> writer(Pending<Appended> pending, Append request) {
    boolean ends = !request.closes().isEmpty();
    return member(
        pending,
        request.seat(),
        bond -> bondsHeld.contains(bond) && (!ends || gatesHeld.contains(bond)));
  }

  /// The member who deposits, at gates that are held; as with [#writer].
  Optional<Member> depositor(Pending<Integer> pending, Deposit request) {
    return member(pending, request.seat(), gatesHeld::contains);
  }

  private Optional<Member> member(Pending<?> pending, Seat seat, Predicate<Long> held) {
    Optional<Member> member =
        bonds.present(seat).map(Bonds.Present::member).filter(present -> held.test(present.bond()));
    if (member.isEmpty()) {
      pending.became(Turn.refused(Problem.NOT_PERMITTED), List.of());
    }
    return member;
  }

  /// Whether a bond that was looked at has ended.
  boolean over(long bond) {
    return over.contains(bond);
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
  void write(Trip trip, int today) {
    if (lines.isEmpty()) {
      return;
    }
    trip.run(WRITE, columns(today));
    List<Key> keys = lines.stream().flatMap(Lines::keys).toList();
    if (!keys.isEmpty()) {
      trip.run(
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
