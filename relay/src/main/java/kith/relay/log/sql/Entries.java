package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import kith.relay.log.Appended;
import kith.relay.log.Entry;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.Requests.Append;
import kith.relay.log.Requests.Read;
import kith.relay.log.Seat;
import kith.relay.log.TickTime;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.Box;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.Id;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Words;
import org.jspecify.annotations.Nullable;

/// The ordered list of each bond.
public final class Entries {
  /// What [#entry] reads, of a row `e`.
  public static final String COLUMNS =
      """
      SELECT e.seq, e.day, e.seat, e.handle, e.gate, e.event, e.body, e.event1, e.body1,
        (SELECT key FROM keys k WHERE k.bond = e.bond AND k.seq = e.seq
          AND k.seat = coalesce(e.seat, 0)),
        CASE WHEN e.seat IS NULL THEN
          (SELECT key FROM keys k WHERE k.bond = e.bond AND k.seq = e.seq AND k.seat = 1) END,
        e.tombstone, e.tombstone1
      """;

  private static final String PAGE =
      COLUMNS
          + """
          FROM entries e WHERE e.bond = ? AND e.seq > ? ORDER BY e.seq LIMIT ?
          """;

  private static final String INSERT =
      """
      INSERT INTO entries (bond, seq, day, seat, handle, gate, event, body, event1, body1)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final Session.Bound<Entry> PAGE_BOUND =
      new Session.Bound<>(Limits.PAGE_ENTRIES, Limits.PAGE_BYTES, Entry::length);

  private Entries() {}

  static Outcome<Appended> append(Turn turn, Append request) throws SQLException {
    Optional<Present> present = Bonds.present(turn.session(), request.seat());
    if (present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    Member author = present.get().member();
    Optional<Appended> before = withHandle(turn.session(), author.bond(), request.handle());
    if (before.isPresent()) {
      return Turn.done(before.get());
    }
    if (present.get().isOver()) {
      return Turn.refused(Problem.BOND_ENDED);
    }
    if (!turn.quotas().takeEntry(turn, author, request)) {
      return Turn.refused(Problem.TOO_MANY);
    }
    return Turn.done(write(turn, request, author));
  }

  private static Appended write(Turn turn, Append request, Member author) throws SQLException {
    long seq = add(turn, author, request.handle(), request.parts());
    for (GateId gate : request.closes()) {
      Deposits.end(turn.session(), author.bond(), gate);
    }
    turn.nudge(request.seat().bond(), seq);
    return new Appended(seq, turn.today());
  }

  /// Appends one author's parts; the new position.
  static long add(Turn turn, Member author, Handle handle, Parts parts) throws SQLException {
    long seq = last(turn.session(), author.bond()) + 1;
    turn.session()
        .run(
            INSERT,
            author.bond(),
            seq,
            turn.today(),
            author.seat(),
            handle.bytes(),
            null,
            parts.event().bytes(),
            body(parts),
            null,
            null);
    putKey(turn.session(), author.bond(), seq, author.seat(), parts);
    return seq;
  }

  /// Appends an opening with both seats' parts; the new position.
  static long open(Turn turn, long bond, GateId gate, Parts[] bySeat) throws SQLException {
    long seq = last(turn.session(), bond) + 1;
    turn.session()
        .run(
            INSERT,
            bond,
            seq,
            turn.today(),
            null,
            null,
            gate.bytes(),
            bySeat[0].event().bytes(),
            body(bySeat[0]),
            bySeat[1].event().bytes(),
            body(bySeat[1]));
    putKey(turn.session(), bond, seq, 0, bySeat[0]);
    putKey(turn.session(), bond, seq, 1, bySeat[1]);
    return seq;
  }

  private static void putKey(Session session, long bond, long seq, int seat, Parts parts)
      throws SQLException {
    Words words = parts.words();
    if (words != null) {
      session.run(
          "INSERT INTO keys (bond, seq, seat, key) VALUES (?, ?, ?, ?)",
          bond,
          seq,
          seat,
          words.key().bytes());
    }
  }

  /// The body's bytes, if there are words.
  public static byte @Nullable [] body(Parts parts) {
    Words words = parts.words();
    Box body = words == null ? null : words.body();
    return body == null ? null : body.bytes();
  }

  /// The entry with a handle.
  static Optional<Appended> withHandle(Session session, long bond, Handle handle)
      throws SQLException {
    return session.first(
        "SELECT seq, day FROM entries WHERE bond = ? AND handle = ?",
        row -> new Appended(row.getLong(1), row.getInt(2)),
        bond,
        handle.bytes());
  }

  /// The last position of a bond; 0 before the first entry.
  static long last(Session session, long bond) throws SQLException {
    return session
        .first(
            "SELECT coalesce(max(seq), 0) FROM entries WHERE bond = ?", row -> row.getLong(1), bond)
        .orElse(0L);
  }

  static Outcome<Page> read(Session session, Read request, Moment now) throws SQLException {
    Optional<Present> present = Bonds.present(session, request.seat());
    if (present.isEmpty()) {
      return Turn.refused(Problem.NOT_PERMITTED);
    }
    Session.Rows<Entry> rows =
        session.rows(
            PAGE,
            Entries::entry,
            PAGE_BOUND,
            present.get().member().bond(),
            request.after(),
            Limits.PAGE_ENTRIES + 1);
    return Turn.done(new Page(rows.values(), rows.more(), standing(present.get(), now)));
  }

  static Page.Standing standing(Present present, Moment now) {
    int tick = TickTime.epoch(now.reached(), present.offset());
    return new Page.Standing(now.today(), tick, present.changes(), present.ended());
  }

  /// The last position for a seat; empty if there is no such seat.
  static Optional<Long> position(Session session, Seat seat) throws SQLException {
    Optional<Member> member = Bonds.member(session, seat);
    return member.isEmpty() ? Optional.empty() : Optional.of(last(session, member.get().bond()));
  }

  /// The entry of a row of [#COLUMNS].
  public static Entry entry(ResultSet row) throws SQLException {
    long seq = row.getLong(1);
    int day = row.getInt(2);
    int by = row.getInt(3);
    Parts first = parts(row.getBytes(6), row.getBytes(7), row.getBytes(10), row.getBytes(12));
    byte[] gate = row.getBytes(5);
    if (gate == null) {
      return new Entry.Written(seq, day, by, new Handle(id(row.getBytes(4))), first);
    }
    Parts second = parts(row.getBytes(8), row.getBytes(9), row.getBytes(11), row.getBytes(13));
    return new Entry.Opened(seq, day, new GateId(id(gate)), first, second);
  }

  private static Parts parts(
      byte[] event, byte @Nullable [] body, byte @Nullable [] key, byte @Nullable [] tombstone) {
    return new Parts(new Box(event), words(body, key), box(tombstone));
  }

  /// Words out of their columns; none without a key.
  public static @Nullable Words words(byte @Nullable [] body, byte @Nullable [] key) {
    return key == null ? null : new Words(box(body), new Box(key));
  }

  private static @Nullable Box box(byte @Nullable [] bytes) {
    return bytes == null ? null : new Box(bytes);
  }

  private static Id id(byte[] bytes) {
    return Id.of(bytes).orElseThrow(() -> new IllegalStateException("an id of a wrong length"));
  }
}
