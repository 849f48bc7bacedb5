package kith.relay.log.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Quotas;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Trip;

/// What is done inside the transaction of one group, in two trips to the server for all of it: hold
/// gates and bonds, and look at what decides, who may act among it; write, end gates, tell and
/// commit. What is done one by one comes before the commit, which then takes a trip of its own.
///
/// Who may act is looked at under the locks. Whoever may not has nothing written, and finds nothing
/// at a gate; the locks that they have part in last no longer than those of their group.
final class Turnover {
  private final Session session;
  private final Hints hints;
  private final Quotas quotas;
  private final int today;

  Turnover(Session session, Hints hints, Quotas quotas, int today) {
    this.session = session;
    this.hints = hints;
    this.quotas = quotas;
    this.today = today;
  }

  void run(Group group) throws SQLException {
    Appends appends = new Appends(session, quotas, today);
    group.appends().forEach(appends::add);
    Holdings holdings = new Holdings(session, quotas, today);
    group.deposits().forEach(holdings::add);
    Set<Long> others = Locks.bondsOf(session, group.others());
    Lines lines = look(appends, holdings, others);
    List<Gates.Of> ending = new ArrayList<>();
    holdings.decide(lines, ending);
    appends.decide(lines, ending);
    Trip write = new Trip();
    lines.write(write, today);
    holdings.write(write);
    Gates.end(write, ending);
    hints.tell(write, group.nudgesOfTogether());
    if (group.others().isEmpty()) {
      write.commit();
    }
    write.go(session);
    oneByOne(group.others());
  }

  /// Holds what is to be held and asks for what decides.
  private Lines look(Appends appends, Holdings holdings, Set<Long> others) throws SQLException {
    Trip look = new Trip();
    Lines lines = new Lines();
    Locks.gates(look, others, atGates(appends, holdings), lines::gatesHeld);
    Locks.bonds(look, others, appends.actors(), holdings, lines::bondHeld);
    lines.look(look, union(appends.bonds(), holdings.bonds()));
    appends.look(look);
    holdings.look(look);
    look.go(session);
    return lines;
  }

  private static List<Locks.Actor> atGates(Appends appends, Holdings holdings) {
    List<Locks.Actor> all = new ArrayList<>(holdings.actors());
    all.addAll(appends.actorsAtGates());
    return all;
  }

  private void oneByOne(List<Pending<?>> others) throws SQLException {
    Locks.vaults(session, others);
    for (Pending<?> other : others) {
      one(other);
    }
    Trip tell = new Trip();
    hints.tell(tell, Group.nudges(others.stream()));
    tell.go(session);
  }

  @SafeVarargs
  private static Set<Long> union(Set<Long>... sets) {
    Set<Long> all = new HashSet<>();
    for (Set<Long> set : sets) {
      all.addAll(set);
    }
    return all;
  }

  /// One by one, each in a savepoint of its own. When another node was first with the same id, the
  /// second look finds it.
  private void one(Pending<?> pending) throws SQLException {
    for (int tries = 0; tries < 2; tries++) {
      session.run("SAVEPOINT operation");
      try {
        pending.run(session, quotas, today);
        session.run("RELEASE SAVEPOINT operation");
        return;
      } catch (SQLException failure) {
        if (Failure.of(failure) != Failure.OF_AN_OPERATION) {
          throw failure;
        }
        session.run("ROLLBACK TO SAVEPOINT operation");
        pending.failed(failure);
        if (!Failure.someoneWasFirst(failure)) {
          return;
        }
      }
    }
  }
}
