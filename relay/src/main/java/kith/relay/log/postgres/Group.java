package kith.relay.log.postgres;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kith.relay.log.Appended;
import kith.relay.log.Requests.Append;
import kith.relay.log.Requests.Deposit;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Turn;

/// Work that is done in one transaction: appends and deposits together, the rest one by one. Work
/// of one home keeps its order: of each there are several appends, or one of anything else.
record Group(
    List<Pending<Appended>> appends, List<Pending<Integer>> deposits, List<Pending<?>> others) {

  /// Takes what fits, at most so many, out of what waits, but nothing of a home that has work under
  /// way; what was taken is under way then.
  static Group take(Deque<Pending<?>> waiting, int most, Set<Home> underWay) {
    Group group = new Group(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<Home, Boolean> taken = new HashMap<>();
    int count = 0;
    for (Iterator<Pending<?>> each = waiting.iterator(); each.hasNext() && count < most; ) {
      Pending<?> pending = each.next();
      if (underWay.contains(pending.work().home())) {
        continue;
      }
      boolean append = pending.work().request() instanceof Append;
      Boolean onlyAppends = taken.get(pending.work().home());
      if (onlyAppends == null || (append && onlyAppends)) {
        group.add(pending);
        each.remove();
        count++;
        taken.putIfAbsent(pending.work().home(), append);
      } else {
        taken.put(pending.work().home(), false);
      }
    }
    underWay.addAll(group.homes());
    return group;
  }

  /// What this work belongs to.
  Set<Home> homes() {
    return all().map(pending -> pending.work().home()).collect(java.util.stream.Collectors.toSet());
  }

  /// The same work, each in a group of its own.
  static Group alone(Pending<?> pending) {
    return new Group(List.of(), List.of(), List.of(pending));
  }

  /// The type of the answer follows from the request, which the compiler cannot know.
  @SuppressWarnings("unchecked")
  private void add(Pending<?> pending) {
    switch (pending.work().request()) {
      case Append _ -> appends.add((Pending<Appended>) pending);
      case Deposit _ -> deposits.add((Pending<Integer>) pending);
      default -> others.add(pending);
    }
  }

  Stream<Pending<?>> all() {
    return Stream.of(appends, deposits, others).flatMap(List::stream);
  }

  /// Word of what the appends and deposits brought.
  List<Turn.Nudge> nudgesOfTogether() {
    return nudges(Stream.of(appends, deposits).flatMap(List::stream));
  }

  static List<Turn.Nudge> nudges(Stream<? extends Pending<?>> works) {
    return works.map(Pending::nudges).flatMap(List::stream).toList();
  }

  boolean isEmpty() {
    return appends.isEmpty() && deposits.isEmpty() && others.isEmpty();
  }

  static Append request(Pending<Appended> pending) {
    return (Append) pending.work().request();
  }

  static Deposit requestOf(Pending<Integer> pending) {
    return (Deposit) pending.work().request();
  }
}
