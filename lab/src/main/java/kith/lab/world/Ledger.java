package kith.lab.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.client.Kept;
import kith.core.json.Json;

/// What stands at each position of a bond, from the first moment that anybody was told of it.
final class Ledger {
  private final Map<Long, String> entries = new HashMap<>();
  private long days;

  /// The relay has acknowledged an entry of this handle at this position.
  void acknowledged(String handle, long seq) {
    keep(seq, handle);
  }

  /// A page that the relay has given.
  void read(long after, Kept page) {
    List<Json> shown = page.items("entries");
    if (shown.isEmpty() && entries.containsKey(after + 1)) {
      throw new Broken(Property.NOTHING_LOST, "Entry " + (after + 1) + " is gone.");
    }
    long expected = after + 1;
    long day = days;
    for (Json each : shown) {
      Kept entry = Kept.of(each);
      if (entry.number("seq") != expected++) {
        throw new Broken(Property.NOTHING_LOST, "Entry " + (expected - 1) + " is left out.");
      }
      keep(entry.number("seq"), name(entry));
      keep(-entry.number("seq"), entry.number("day") + content(entry));
      day = Math.max(day, entry.number("day"));
    }
    if (page.number("day") < days) {
      throw new Broken(Property.NOTHING_LOST, "The relay's day runs backwards.");
    }
    days = Math.max(page.number("day"), day);
  }

  private static String name(Kept entry) {
    return entry.has("gate") ? entry.text("gate") : entry.text("handle");
  }

  private static String content(Kept entry) {
    if (!entry.has("gate")) {
      return entry.inner("parts").text("event");
    }
    List<Json> parts = entry.items("parts");
    return Kept.of(parts.getFirst()).text("event") + Kept.of(parts.getLast()).text("event");
  }

  private void keep(long place, String content) {
    String before = entries.putIfAbsent(place, content);
    if (before != null && !before.equals(content)) {
      throw new Broken(
          Property.NOTHING_LOST, "Entry " + Math.abs(place) + " is another than before.");
    }
  }

  /// The last position that anybody was told of.
  long last() {
    return entries.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
