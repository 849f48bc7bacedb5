package kith.relay.log.sql;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kith.relay.log.sql.Bonds.Member;

/// How many acts each seat has done today. Kept in memory, seat by seat: one seat's count is never
/// looked at for the other. One thread at a time asks for one seat; several may ask for different
/// ones.
final class Quota {
  /// Counts what a seat has already done today, when this process does not know yet.
  @FunctionalInterface
  interface Before {
    int count(Turn turn, Member member) throws SQLException;
  }

  private final int perDay;
  private final Before before;
  private final Map<Member, Integer> spent = new ConcurrentHashMap<>();
  private int day = Integer.MIN_VALUE;

  Quota(int perDay, Before before) {
    this.perDay = perDay;
    this.before = before;
  }

  /// Whether this process knows what the seat has done today.
  boolean knows(int today, Member member) {
    renew(today);
    return spent.containsKey(member);
  }

  /// Notes what the seat has done today.
  void learn(int today, Member member, int count) {
    renew(today);
    spent.put(member, count);
  }

  private synchronized void renew(int today) {
    if (today != day) {
      day = today;
      spent.clear();
    }
  }

  /// Takes one of today's, if there is one left.
  boolean take(Turn turn, Member member) throws SQLException {
    return take(turn, member, 1);
  }

  /// Takes so many of today's, if there are as many left.
  boolean take(Turn turn, Member member, int many) throws SQLException {
    renew(turn.today());
    Integer known = spent.get(member);
    int count = known == null ? before.count(turn, member) : known;
    if (count + many > perDay) {
      return false;
    }
    spent.put(member, count + many);
    return true;
  }

  /// Forgets the counts: what was counted has not been kept.
  void forget() {
    spent.clear();
  }
}
