package kith.client;

import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;
import kith.crypto.UnlockerKind;

/// A way in is listed before the relay has it, as coming; then the relay puts it in the place of
/// the one before, in one step; then it alone is listed. Whoever is stopped in between, or loses
/// an answer, has one of the two that opens, and any device of the same person goes on from the
/// list, in the browser, too.
final class Coming {

  private static final String COMING = "coming";

  private Coming() {}

  /// The locks with one that is coming, later than any of its kind.
  static Kept with(Kept locks, String id, Kept listed) {
    long made = listed.number("made");
    for (String other : alike(locks, listed)) {
      made = Math.max(made, locks.inner(other).number("made") + 1);
    }
    return locks.with(id, listed.with("made", made).with(COMING, new Json.Truth(true)));
  }

  static boolean is(Kept listed) {
    return listed.isTrue(COMING);
  }

  /// Those that are coming; where only one of a kind counts, the last that was begun.
  static List<String> in(Kept locks) {
    Kept newest = newest(locks);
    return newest.fields().values().keySet().stream().filter(id -> is(newest.inner(id))).toList();
  }

  /// With that one in its place: it counts, and where only one of a kind counts, no other.
  static Kept come(Kept locks, String id) {
    Kept listed = locks.inner(id);
    Kept left = locks.with(id, listed.without(COMING));
    if (Locks.isSingle(Locks.kind(listed))) {
      for (String other : alike(locks, listed)) {
        left = other.equals(id) ? left : left.without(other);
      }
    }
    return left;
  }

  /// Where only one of a kind counts, the last that was begun.
  static Kept newest(Kept locks) {
    Kept left = locks;
    for (String id : locks.fields().values().keySet()) {
      Kept listed = locks.inner(id);
      boolean isLast = alike(locks, listed).stream().allMatch(other -> isUpTo(locks, other, id));
      left = isLast || !Locks.isSingle(Locks.kind(listed)) ? left : left.without(id);
    }
    return left;
  }

  private static boolean isUpTo(Kept locks, String other, String id) {
    int order = Long.compare(locks.inner(other).number("made"), locks.inner(id).number("made"));
    return order < 0 || (order == 0 && other.compareTo(id) <= 0);
  }

  /// Those that count already.
  static Kept without(Kept locks) {
    Kept left = locks;
    for (String id : locks.fields().values().keySet()) {
      left = is(locks.inner(id)) ? left.without(id) : left;
    }
    return left;
  }

  private static List<String> alike(Kept locks, Kept listed) {
    UnlockerKind kind = Locks.kind(listed);
    List<String> alike = new ArrayList<>();
    for (String id : locks.fields().values().keySet()) {
      if (Locks.kind(locks.inner(id)) == kind) {
        alike.add(id);
      }
    }
    return alike;
  }
}
