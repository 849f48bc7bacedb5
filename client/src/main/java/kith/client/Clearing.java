package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kith.core.json.Json;

/// Finds what events take from the table: no answer may meet at its gates any more.
///
/// @param mine what only this person knows, for the core
/// @param now this device's time, in the relay's day
record Clearing(Kept mine, long now) {

  private static final long DAY_MS = 86_400_000L;

  /// What takes no card from the table; then the bond need not be folded ahead.
  private static final Set<String> LEAVES_ALL =
      Set.of("drawn", "responded", "said-back", "owned", "speaks");

  /// Whether nothing lies on the table less after these events.
  static boolean leavesAll(List<Json> events) {
    return events.stream().map(each -> Kept.of(each).text("type")).allMatch(LEAVES_ALL::contains);
  }

  /// The gates of what lies drawn before these events and does not after them.
  List<Json> gates(Kept record, List<Json> events, Kept before) {
    List<String> after = drawn(ahead(record, events).view(mine.with("last", 0), now));
    List<Json> closing = new ArrayList<>();
    for (String exchange : drawn(before)) {
      if (!after.contains(exchange)) {
        closing.add(new Json.Text(new Boxes(record).handle(exchange, 1)));
        closing.add(new Json.Text(new Boxes(record).handle(exchange, 2)));
      }
    }
    return closing;
  }

  /// The bond as it will be if nobody is first.
  private Model ahead(Kept record, List<Json> events) {
    Kept entry =
        Kept.NOTHING
            .with("seq", record.number("head") + 1)
            .with("day", Math.floorDiv(now, DAY_MS))
            .with("by", record.number("seat"))
            .with("at", now)
            .with("v", 1)
            .with("events", events);
    List<Json> entries = new ArrayList<>(record.items("entries"));
    entries.add(entry.fields());
    Model ahead = new Model(record);
    ahead.follow(entries);
    return ahead;
  }

  private static List<String> drawn(Kept view) {
    return view.items("table").stream()
        .map(Kept::of)
        .filter(card -> card.text("state").equals("drawn"))
        .map(card -> card.text("exchange"))
        .toList();
  }
}
