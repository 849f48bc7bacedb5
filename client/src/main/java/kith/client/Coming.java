package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kith.core.json.Json;
import kith.crypto.UnlockerKind;

/// A way in is listed before the relay has it, as coming; then the relay puts it in the place of
/// the one before, in one step; then it alone is listed. Whoever is stopped in between, or loses
/// an answer, has one of the two that opens, and any device of the same person goes on from the
/// list, in the browser, too. Whoever has ever held the root key can have written into that list:
/// nothing is kept for good, and nothing is said to count, by its word alone.
final class Coming {

  /// Of one that is coming: the id of the one whose place it takes.
  static final String REPLACES = "replaces";

  private static final String COMING = "coming";

  private static final long DAY_MILLIS = 86_400_000;

  private Coming() {}

  /// The locks with one that is coming, later than any of its kind. Where only one of a kind
  /// counts, no other that is coming stays listed.
  static Kept with(Kept locks, String id, Kept listed) {
    long now = listed.number("made");
    long made = now;
    Kept left = locks;
    for (String other : alike(locks, listed)) {
      Kept there = locks.inner(other);
      made = Math.max(made, made(there, now) + 1);
      left = is(there) && Locks.isSingle(Locks.kind(listed)) ? left.without(other) : left;
    }
    made = Math.min(made, now + DAY_MILLIS);
    return left.with(id, listed.with("made", made).with(COMING, new Json.Truth(true)));
  }

  /// When it was made, as far as that can be: of two, the later was begun last.
  static long made(Kept listed, long now) {
    Json made = listed.fields().at("made").orElse(new Json.Null());
    boolean isOne = made instanceof Json.Whole(long at) && at >= 0 && at <= now + DAY_MILLIS;
    return isOne ? listed.number("made") : 0;
  }

  static boolean is(Kept listed) {
    return listed.isTrue(COMING);
  }

  /// Those that are coming; where only one of a kind counts, the last of them that was begun.
  static List<String> in(Kept locks, long now) {
    Kept coming = locks;
    for (String id : without(locks).fields().values().keySet()) {
      coming = coming.without(id);
    }
    return List.copyOf(newest(coming, now).fields().values().keySet());
  }

  /// With that one in its place: it counts, and where only one of a kind counts, no other.
  static Kept come(Kept locks, String id) {
    Kept listed = locks.inner(id);
    Kept left = locks.with(id, listed.without(COMING).without(REPLACES));
    if (Locks.isSingle(Locks.kind(listed))) {
      for (String other : alike(locks, listed)) {
        left = other.equals(id) ? left : left.without(other);
      }
    }
    return left;
  }

  /// Where only one of a kind counts, the last that was begun.
  static Kept newest(Kept locks, long now) {
    return foremost(locks, id -> List.of(made(locks.inner(id), now)));
  }

  /// Where only one of a kind counts, the one by which this was opened, else the one that the relay
  /// holds.
  static Kept holding(Kept locks, String own, Set<String> held, long now) {
    return foremost(
        locks,
        id ->
            List.of(
                id.equals(own) ? 1L : 0L,
                held.contains(id) ? 1L : 0L,
                is(locks.inner(id)) ? 0L : 1L,
                made(locks.inner(id), now)));
  }

  /// Where only one of a kind counts, the one of the highest rank.
  private static Kept foremost(Kept locks, Function<String, List<Long>> rank) {
    Kept left = locks;
    for (String id : locks.fields().values().keySet()) {
      Kept listed = locks.inner(id);
      boolean isFirst =
          alike(locks, listed).stream()
              .allMatch(other -> other.equals(id) || isAbove(id, other, rank));
      left = isFirst || !Locks.isSingle(Locks.kind(listed)) ? left : left.without(id);
    }
    return left;
  }

  private static boolean isAbove(String id, String other, Function<String, List<Long>> rank) {
    List<Long> its = rank.apply(id);
    List<Long> theirs = rank.apply(other);
    for (int i = 0; i < its.size(); i++) {
      int order = Long.compare(its.get(i), theirs.get(i));
      if (order != 0) {
        return order > 0;
      }
    }
    return id.compareTo(other) > 0;
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
