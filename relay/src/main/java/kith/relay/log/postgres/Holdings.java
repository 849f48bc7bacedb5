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
import kith.relay.log.Requests.Deposit;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Entries;
import kith.relay.log.sql.Gate;
import kith.relay.log.sql.Gate.Step;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Trip;
import kith.relay.log.sql.Turn;
import kith.wire.Box;
import kith.wire.Days;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Words;
import org.jspecify.annotations.Nullable;

/// Many deposits at once, at most one of each bond, by the same rules as one ([Gate]).
final class Holdings {
  /// Each row finds its own by an index, whatever the server knows of the tables: joined freely, a
  /// server that still takes them for empty would read all of them.
  static final String LOOK =
      """
      SELECT r.i,
        (SELECT true FROM ended_gates g WHERE g.bond = r.bond AND g.gate = r.gate) IS NOT NULL,
        m.revision, m.expires,
        (SELECT count(*) FILTER (WHERE d.gate <> r.gate AND d.event IS NOT NULL AND d.expires >= ?)
          FROM deposits d WHERE d.bond = r.bond AND d.seat = s.seat),
        t.event, t.body, t.key
      FROM unnest(?::bigint[], ?::bytea[], ?::bytea[]) WITH ORDINALITY
        AS r (bond, hash, gate, i)
      """
          + Locks.SEAT
          + """
          LEFT JOIN LATERAL (SELECT d.revision, d.expires FROM deposits d
            WHERE d.bond = r.bond AND d.seat = s.seat AND d.gate = r.gate LIMIT 1) m ON true
          LEFT JOIN LATERAL (SELECT d.event, d.body, d.expires,
              (SELECT k.key FROM deposit_keys k
                WHERE k.bond = d.bond AND k.seat = d.seat AND k.gate = d.gate) AS key
            FROM deposits d
            WHERE d.bond = r.bond AND d.seat = 1 - s.seat AND d.gate = r.gate LIMIT 1) t
            ON t.event IS NOT NULL AND t.expires >= ?
          """;

  private static final String PUT =
      """
      INSERT INTO deposits (bond, seat, gate, revision, expires, event, body)
      SELECT * FROM unnest(?::bigint[], ?::smallint[], ?::bytea[], ?::bigint[], ?::integer[],
        ?::bytea[], ?::bytea[])
      ON CONFLICT (bond, seat, gate) DO UPDATE SET revision = excluded.revision,
        expires = excluded.expires, event = excluded.event, body = excluded.body
      """;

  static final String FORGET_KEYS =
      """
      DELETE FROM deposit_keys WHERE ctid = ANY (ARRAY(
        SELECT t.ctid FROM unnest(?::bigint[], ?::smallint[], ?::bytea[]) AS r (bond, seat, gate)
        CROSS JOIN LATERAL (SELECT k.ctid FROM deposit_keys k
          WHERE k.bond = r.bond AND k.seat = r.seat AND k.gate = r.gate LIMIT 1) t))
      """;

  private static final String PUT_KEYS =
      """
      INSERT INTO deposit_keys (bond, seat, gate, key)
      SELECT * FROM unnest(?::bigint[], ?::smallint[], ?::bytea[], ?::bytea[])
      """;

  /// A deposit and the number of its bond.
  record One(Pending<Integer> pending, Deposit request, long bond) {
    byte[] hash() {
      return request.seat().hash().bytes();
    }

    byte[] gate() {
      return request.gate().bytes();
    }
  }

  private record Held(One one, int seat, Step.Hold hold, boolean there) {
    @Nullable Parts parts() {
      return hold.parts();
    }
  }

  private record Opening(One one, Step.Open open) {}

  private record Seen(int place, Gate gate) {}

  private final Session session;
  private final Quotas quotas;
  private final int today;
  private final List<One> all = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final List<Opening> openings = new ArrayList<>();

  Holdings(Session session, Quotas quotas, int today) {
    this.session = session;
    this.quotas = quotas;
    this.today = today;
  }

  void add(Pending<Integer> pending) {
    Deposit request = Group.requestOf(pending);
    all.add(new One(pending, request, Ids.number(request.seat().bond())));
  }

  /// Who deposits.
  List<Locks.Actor> actors() {
    return all.stream().map(one -> Locks.Actor.of(one.request().seat())).toList();
  }

  Set<Long> bonds() {
    Set<Long> bonds = new HashSet<>();
    all.forEach(one -> bonds.add(one.bond()));
    return bonds;
  }

  int today() {
    return today;
  }

  /// The deposits that open their gate if the other seat's waits there.
  List<One> mayOpen() {
    return all.stream()
        .filter(one -> one.request().parts() != null)
        .filter(one -> !Days.over(one.request().expires(), today))
        .toList();
  }

  /// Asks for what stands at the gates, which are held. It comes last on its trip: an answer
  /// without a largest size makes the driver wait for those before it.
  void look(Trip trip) {
    if (all.isEmpty()) {
      return;
    }
    trip.all(
        LOOK,
        Holdings::seen,
        seen::add,
        today,
        all.stream().mapToLong(One::bond).toArray(),
        all.stream().map(One::hash).toArray(byte[][]::new),
        all.stream().map(One::gate).toArray(byte[][]::new),
        today);
  }

  /// Decides each, and gathers what opens; gates are opened only in bonds that are held.
  void decide(Lines lines, List<Gates.Of> ending) throws SQLException {
    Map<Integer, Gate> gates = new HashMap<>();
    seen.forEach(each -> gates.put(each.place(), each.gate()));
    for (int place = 0; place < all.size(); place++) {
      One one = all.get(place);
      Optional<Member> member = lines.depositor(one.pending(), one.request());
      Gate gate = gates.get(place);
      if (member.isEmpty()) {
        continue;
      }
      if (lines.over(one.bond())) {
        one.pending().became(Turn.refused(Problem.BOND_ENDED), List.of());
      } else if (gate == null) {
        throw new IllegalStateException("a gate was not looked at");
      } else {
        decide(one, member.get(), gate, lines);
      }
    }
    open(lines, ending);
  }

  private static Seen seen(ResultSet row) throws SQLException {
    long revision = row.getLong(3);
    Optional<Gate.Mine> mine =
        row.wasNull() ? Optional.empty() : Optional.of(new Gate.Mine(revision, row.getInt(4)));
    byte[] event = row.getBytes(6);
    Optional<Parts> theirs =
        event == null
            ? Optional.empty()
            : Optional.of(
                new Parts(new Box(event), Entries.words(row.getBytes(7), row.getBytes(8))));
    return new Seen(row.getInt(1) - 1, new Gate(row.getBoolean(2), mine, row.getInt(5), theirs));
  }

  private void decide(One one, Member member, Gate gate, Lines lines) throws SQLException {
    Step step = gate.step(one.request(), member.seat(), today);
    boolean refused =
        switch (step) {
          case Step.Unchanged() -> false;
          case Step.NoRoom() -> true;
          case Step.Hold hold -> !(hold.free() || room(member)) || !hold(one, member, hold, gate);
          case Step.Open open -> !room(member) || !opens(new Opening(one, open), lines);
        };
    one.pending().became(refused ? Turn.refused(Problem.TOO_MANY) : Turn.done(today), List.of());
  }

  private boolean hold(One one, Member member, Step.Hold hold, Gate gate) {
    return held.add(new Held(one, member.seat(), hold, gate.mine().isPresent()));
  }

  /// What may open was held beforehand, by the same rule; were it otherwise, nothing is written.
  private boolean opens(Opening opening, Lines lines) {
    if (!lines.isHeld(opening.one().bond())) {
      throw new IllegalStateException("a gate opens in a bond that is not held");
    }
    return openings.add(opening);
  }

  private boolean room(Member member) throws SQLException {
    return quotas.takeDeposit(new Turn(session, quotas, today, List.of()), member);
  }

  private void open(Lines lines, List<Gates.Of> ending) {
    for (Opening opening : openings) {
      One one = opening.one();
      Step.Open open = opening.open();
      long seq = lines.opened(one.bond(), one.request().gate(), open.seat0(), open.seat1());
      ending.add(new Gates.Of(one.bond(), one.request().gate()));
      var nudge = new Turn.Nudge(one.request().seat().bond(), seq);
      one.pending().became(Turn.done(today), List.of(nudge));
    }
  }

  /// Writes what is held.
  void write(Trip trip) {
    if (held.isEmpty()) {
      return;
    }
    trip.run(
        PUT,
        places(held)
            .numbers(each -> each.one().request().revision())
            .smallNumbers(each -> each.hold().expires())
            .bytes(each -> each.parts() == null ? null : each.parts().event().bytes())
            .bytes(each -> each.parts() == null ? null : Entries.body(each.parts()))
            .values());
    List<Held> there = held.stream().filter(Held::there).toList();
    if (!there.isEmpty()) {
      trip.run(FORGET_KEYS, places(there).values());
    }
    List<Held> keys = held.stream().filter(each -> words(each) != null).toList();
    if (!keys.isEmpty()) {
      trip.run(PUT_KEYS, places(keys).bytes(Holdings::key).values());
    }
  }

  private static Columns<Held> places(List<Held> held) {
    return Columns.of(held)
        .numbers(each -> each.one().bond())
        .smallNumbers(Held::seat)
        .bytes(each -> each.one().gate());
  }

  private static @Nullable Words words(Held held) {
    return held.parts() == null ? null : held.parts().words();
  }

  private static byte @Nullable [] key(Held held) {
    Words words = words(held);
    return words == null ? null : words.key().bytes();
  }
}
