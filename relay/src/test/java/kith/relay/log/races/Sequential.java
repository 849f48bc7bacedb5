package kith.relay.log.races;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a bond is to its two members, written down a second time and as plainly as can be: one act
/// after another, on values. Histories of the real stores are held against it.
///
/// @param entries as texts: `w1:7` (written by seat 1, number 7), `o3:1001,2002` (gate 3 opened),
///     with a `t` behind what was taken back
/// @param held what each seat has at each gate; a mark without parts is a removal
/// @param gone gates that have opened or were closed
/// @param over whether the bond has ended
record Sequential(List<String> entries, Map<String, Held> held, Set<Integer> gone, boolean over) {
  /// Parts of this number, or none, at a revision.
  record Held(long revision, long number) {}

  /// What somebody does.
  sealed interface Act {
    int seat();

    record Append(int seat, long handle, int closes) implements Act {}

    record Deposit(int seat, int gate, long revision, boolean removes) implements Act {
      long number() {
        return 1_000L * (seat + 1) + 10L * gate + revision;
      }
    }

    record Withdraw(int seat, int seq) implements Act {}

    record End(int seat, long handle) implements Act {}

    record Read(int seat) implements Act {}
  }

  /// A state and what was answered on the way to it.
  record Step(Sequential state, String answer) {}

  static final String DONE = "done";
  static final String OVER = "over";
  static final String UNKNOWN = "unknown";

  static Sequential begin() {
    return new Sequential(List.of(), Map.of(), Set.of(), false);
  }

  Step after(Act act) {
    return switch (act) {
      case Act.Read(int _) -> new Step(this, entries.toString());
      case Act.Append append -> append(append);
      case Act.Deposit deposit -> deposit(deposit);
      case Act.Withdraw withdraw -> withdraw(withdraw);
      case Act.End end -> end(end);
    };
  }

  private int find(long handle) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).matches("w[01]:" + handle + "t?")) {
        return i + 1;
      }
    }
    return 0;
  }

  private Sequential with(String entry) {
    List<String> more = new ArrayList<>(entries);
    more.add(entry);
    return new Sequential(more, held, gone, over);
  }

  private Sequential without(int gate) {
    Map<String, Held> left = new TreeMap<>(held);
    left.remove("0 " + gate);
    left.remove("1 " + gate);
    Set<Integer> all = new TreeSet<>(gone);
    all.add(gate);
    return new Sequential(entries, left, all, over);
  }

  private Step append(Act.Append act) {
    int there = find(act.handle());
    if (there > 0) {
      return new Step(this, "at " + there);
    }
    if (over) {
      return new Step(this, OVER);
    }
    Sequential next = with("w" + act.seat() + ":" + act.handle());
    return new Step(
        act.closes() > 0 ? next.without(act.closes()) : next, "at " + next.entries().size());
  }

  private Step deposit(Act.Deposit act) {
    if (over) {
      return new Step(this, OVER);
    }
    Held mine = held.getOrDefault(act.seat() + " " + act.gate(), new Held(0, 0));
    if (gone.contains(act.gate()) || mine.revision() >= act.revision()) {
      return new Step(this, DONE);
    }
    long theirs = held.getOrDefault((1 - act.seat()) + " " + act.gate(), new Held(0, 0)).number();
    if (!act.removes() && theirs > 0) {
      long first = act.seat() == 0 ? act.number() : theirs;
      long second = act.seat() == 0 ? theirs : act.number();
      String opening = "o" + act.gate() + ":" + first + "," + second;
      return new Step(with(opening).without(act.gate()), DONE);
    }
    Map<String, Held> more = new TreeMap<>(held);
    long number = act.removes() ? 0 : act.number();
    more.put(act.seat() + " " + act.gate(), new Held(act.revision(), number));
    return new Step(new Sequential(entries, more, gone, over), DONE);
  }

  private Step withdraw(Act.Withdraw act) {
    if (act.seq() > entries.size()) {
      return new Step(this, UNKNOWN);
    }
    String entry = entries.get(act.seq() - 1);
    if (entry.startsWith("w") && entry.charAt(1) - '0' != act.seat()) {
      return new Step(this, UNKNOWN);
    }
    List<String> more = new ArrayList<>(entries);
    more.set(act.seq() - 1, taken(entry, act.seat()));
    return new Step(new Sequential(more, held, gone, over), DONE);
  }

  private static String taken(String entry, int seat) {
    String[] sides = entry.split(",", -1);
    int side = sides.length == 1 ? 0 : seat;
    sides[side] = sides[side].endsWith("t") ? sides[side] : sides[side] + "t";
    return String.join(",", sides);
  }

  private Step end(Act.End act) {
    if (over) {
      return new Step(this, DONE);
    }
    Sequential last = find(act.handle()) > 0 ? this : with("w" + act.seat() + ":" + act.handle());
    return new Step(new Sequential(last.entries(), Collections.emptyMap(), gone, true), DONE);
  }
}
