package kith.client;

import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;

/// Reads what was changed in entries that stand already: words that were taken back, keys that were
/// sealed anew. The event boxes stay; an entry with another one was never the one that was read.
final class Changes {

  private Changes() {}

  /// The record after one page of changes.
  static Kept read(Kept record, Kept page) {
    Kept next = record;
    for (Json each : page.items("changes")) {
      Kept change = Kept.of(each);
      next = changed(next, change.inner("entry")).with("changed", change.number("change"));
    }
    return next;
  }

  private static Kept changed(Kept record, Kept entry) {
    long seq = entry.number("seq");
    if (seq < 1 || seq > record.number("head")) {
      return record;
    }
    if (!Chain.isTheSame(record, entry)) {
      return record.with("alarm", "fork");
    }
    Kept next = record;
    for (long seat = 0; seat < 2; seat++) {
      if (Withdrawing.part(entry, seat).has("tombstone")) {
        next = silent(withTombstone(next, entry, seat), entry, seat);
      }
    }
    return next;
  }

  /// The words of the partner go only on their own word: what the relay took away by itself stays
  /// here, and is said to be missing there.
  private static Kept silent(Kept record, Kept entry, long seat) {
    int at = Math.toIntExact(entry.number("seq")) - 1;
    if (record.items("missing").contains(new Json.Whole(entry.number("seq")))) {
      return record;
    }
    List<Json> entries = new ArrayList<>(record.items("entries"));
    Kept before = Kept.of(entries.get(at));
    Kept silent = Kept.of(Forgetting.silent(before, seat));
    entries.set(at, silent.fields());
    Kept next = record.with("entries", entries);
    return record.has("endedOn") ? afterTheEnd(next, entry, seat, before) : next;
  }

  /// After the end no entry says any more what is taken back: the tombstone alone does.
  private static Kept afterTheEnd(Kept record, Kept entry, long seat, Kept read) {
    return Withdrawing.authors(record, entry, seat)
        .map(withdrawal -> Epilogue.with(record, read, seat, withdrawal.at()))
        .orElse(record);
  }

  /// What a tombstone in the place of a seat's words says of the relay: nothing amiss when it is
  /// its author's; words gone missing when it is not; and an alarm when the words were mine.
  static Kept withTombstone(Kept record, Kept entry, long seat) {
    if (Withdrawing.authors(record, entry, seat).isPresent()) {
      return record;
    }
    List<Json> missing = new ArrayList<>(record.items("missing"));
    Json place = new Json.Whole(entry.number("seq"));
    if (!missing.contains(place)) {
      missing.add(place);
    }
    Kept next = record.with("missing", missing);
    return seat == record.number("seat") ? next.with("alarm", "not-mine") : next;
  }
}
