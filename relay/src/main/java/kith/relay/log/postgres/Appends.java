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
import kith.relay.log.Appended;
import kith.relay.log.Outcome;
import kith.relay.log.Requests.Append;
import kith.relay.log.sql.Bonds.Member;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Trip;
import kith.relay.log.sql.Turn;
import kith.wire.Handle;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// Many appends at once, by the same rules as one ([kith.relay.log.sql.Entries]).
final class Appends {
  static final String BEFORE =
      """
      SELECT r.i, e.seq, e.day
      FROM unnest(?::bigint[], ?::bytea[]) WITH ORDINALITY AS r (bond, handle, i)
      CROSS JOIN LATERAL (SELECT w.seq, w.day FROM entries w
        WHERE w.bond = r.bond AND w.handle = r.handle LIMIT 1) e
      """;

  static final String TODAYS =
      """
      SELECT r.bond, c.first, c.second
      FROM unnest(?::bigint[], ?::bytea[]) AS r (bond, hash)
      """
          + Locks.SEAT
          + """
              CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE latest.seat = 0) AS first,
                  count(*) FILTER (WHERE latest.seat = 1) AS second
                FROM (SELECT seat, day FROM entries e WHERE e.bond = r.bond AND s.seat IS NOT NULL
                  ORDER BY seq DESC LIMIT ?) AS latest
                WHERE latest.day = ?) c
          """;

  /// An append and the number of its bond.
  private record One(Pending<Appended> pending, Append request, long bond) {
    Locks.Actor actor() {
      return new Locks.Actor(bond, request.seat().hash());
    }

    Place place() {
      return new Place(bond, request.handle());
    }
  }

  private record Place(long bond, Handle handle) {}

  private final Session session;
  private final Quotas quotas;
  private final int today;
  private final List<One> all = new ArrayList<>();
  private final Map<Place, Appended> known = new HashMap<>();
  private final Map<Long, Counted> counted = new HashMap<>();

  Appends(Session session, Quotas quotas, int today) {
    this.session = session;
    this.quotas = quotas;
    this.today = today;
  }

  void add(Pending<Appended> pending) {
    Append request = Group.request(pending);
    all.add(new One(pending, request, Ids.number(request.seat().bond())));
  }

  /// The bonds that get entries.
  Set<Long> bonds() {
    Set<Long> bonds = new HashSet<>();
    all.forEach(one -> bonds.add(one.bond()));
    return bonds;
  }

  /// Who appends.
  List<Locks.Actor> actors() {
    return all.stream().map(One::actor).toList();
  }

  /// Who ends a gate too.
  List<Locks.Actor> actorsAtGates() {
    return all.stream().filter(one -> !one.request().closes().isEmpty()).map(One::actor).toList();
  }

  /// Asks for what decides: what was written before, and what was written today by the seats of
  /// which this process does not know.
  void look(Trip trip) {
    if (all.isEmpty()) {
      return;
    }
    @Nullable Object[] columns =
        Columns.of(all).numbers(One::bond).bytes(one -> one.request().handle().bytes()).values();
    trip.all(BEFORE, Written::read, this::before, columns);
    countToday(trip);
  }

  private record Written(int at, Appended appended) {
    static Written read(ResultSet row) throws SQLException {
      return new Written(row.getInt(1) - 1, new Appended(row.getLong(2), row.getInt(3)));
    }
  }

  private void before(Written written) {
    known.put(all.get(written.at()).place(), written.appended());
  }

  /// Decides each and gathers what is to be written; the bonds are held.
  void decide(Lines lines, List<Gates.Of> ending) throws SQLException {
    for (One one : all) {
      Optional<Member> member = lines.writer(one.pending(), one.request());
      if (member.isPresent()) {
        decide(one, member.get(), lines, ending);
      }
    }
  }

  private void decide(One one, Member member, Lines lines, List<Gates.Of> ending)
      throws SQLException {
    Appended before = known.get(one.place());
    if (before != null) {
      one.pending().became(Turn.done(before), List.of());
    } else if (lines.over(one.bond())) {
      one.pending().became(Turn.refused(Problem.BOND_ENDED), List.of());
    } else {
      write(one, member, lines, ending);
    }
  }

  private void write(One one, Member member, Lines lines, List<Gates.Of> ending)
      throws SQLException {
    learn(member);
    Turn turn = new Turn(session, quotas, today, new ArrayList<>(1));
    if (!quotas.takeEntry(turn, member, one.request())) {
      one.pending().became(Turn.refused(Problem.TOO_MANY), List.of());
      return;
    }
    Append request = one.request();
    long bond = one.bond();
    long seq = lines.written(bond, member.seat(), request.handle(), request.parts());
    request.closes().forEach(gate -> ending.add(new Gates.Of(bond, gate)));
    Appended appended = new Appended(seq, today);
    known.put(one.place(), appended);
    one.pending().became(done(appended), List.of(new Turn.Nudge(request.seat().bond(), seq)));
  }

  private static Outcome<Appended> done(Appended appended) {
    return Turn.done(appended);
  }

  /// Of both seats: whose append it is shows only when the bond has been found.
  private void countToday(Trip trip) {
    List<Locks.Actor> unknown =
        actors().stream()
            .distinct()
            .filter(
                actor ->
                    !(knows(new Member(actor.bond(), 0)) && knows(new Member(actor.bond(), 1))))
            .toList();
    if (!unknown.isEmpty()) {
      @Nullable Object[] values =
          Columns.of(unknown)
              .numbers(Locks.Actor::bond)
              .bytes(Locks.Actor::bytes)
              .all(Quotas.LOOK_BACK)
              .all(today)
              .values();
      trip.all(TODAYS, Counted::read, this::counted, values);
    }
  }

  /// One of several who say that they are in a bond may be nobody, who counts nothing.
  private void counted(Counted each) {
    counted.merge(each.bond(), each, Counted::or);
  }

  private boolean knows(Member member) {
    return quotas.knowsEntries(today, member);
  }

  /// Of both seats, so that it is not counted again at every append of one of them; only when a
  /// member has asked, so that nobody can fill the memory with bonds that there are not.
  private void learn(Member member) {
    Counted count = counted.get(member.bond());
    if (count != null) {
      learn(new Member(member.bond(), 0), count.first());
      learn(new Member(member.bond(), 1), count.second());
    }
  }

  private void learn(Member member, int count) {
    if (!knows(member)) {
      quotas.learnEntries(today, member, count);
    }
  }

  private record Counted(long bond, int first, int second) {
    static Counted read(ResultSet row) throws SQLException {
      return new Counted(row.getLong(1), row.getInt(2), row.getInt(3));
    }

    Counted or(Counted other) {
      return new Counted(bond, Math.max(first, other.first), Math.max(second, other.second));
    }
  }
}
