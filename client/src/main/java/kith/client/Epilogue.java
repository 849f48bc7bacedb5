package kith.client;

import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;

/// What was taken back after the end: no entry can say so, so that the tombstone stands for the
/// event (docs/crypto.md, section 7). It is folded behind the last entry.
final class Epilogue {

  private Epilogue() {}

  /// The record with what a tombstone says about an entry that was read.
  ///
  /// @param read the entry as this device had read it, before its words went
  static Kept with(Kept record, Kept read, long seat, long at) {
    List<Json> events = events(read, seat);
    List<Json> all = new ArrayList<>(record.items("epilogue"));
    boolean known =
        all.stream()
            .map(Kept::of)
            .anyMatch(each -> each.number("by") == seat && each.items("events").equals(events));
    if (events.isEmpty() || known) {
      return record;
    }
    all.add(Kept.NOTHING.with("by", seat).with("at", at).with("events", events).fields());
    return record.with("epilogue", all);
  }

  private static List<Json> events(Kept read, long seat) {
    for (String joint : List.of("opened", "bound")) {
      if (read.has(joint)) {
        boolean there =
            joint.equals("bound") || !Forgetting.silent(read, seat).equals(read.fields());
        Json exchange = new Json.Text(read.inner(joint).text("exchange"));
        return there ? List.of(withdrew(exchange, "answer")) : List.of();
      }
    }
    List<Json> events = new ArrayList<>();
    if (read.fields().at("events").orElse(null) instanceof Json.Items(List<Json> said)) {
      said.forEach(each -> said(each, events));
    }
    return events;
  }

  private static void said(Json each, List<Json> events) {
    if (!(each instanceof Json.Fields fields)
        || !(fields.at("type").orElse(null) instanceof Json.Text(String type))) {
      return;
    }
    Json exchange = fields.at("exchange").orElse(new Json.Null());
    switch (type) {
      case "responded" -> events.add(withdrew(exchange, "response"));
      case "told", "said-back", "owned" -> events.add(withdrew(exchange, "repair"));
      case "drawn", "offered", "asked" -> events.add(withdrew(exchange, "prompt"));
      case "ended" -> events.add(Kept.NOTHING.with("type", "note-withdrawn").fields());
      default -> {}
    }
  }

  private static Json withdrew(Json exchange, String part) {
    return Kept.NOTHING
        .with("type", "withdrew")
        .with("exchange", exchange)
        .with("part", part)
        .fields();
  }

  /// All entries as the core takes them, and behind them what was taken back after the end.
  static List<Json> all(Kept record) {
    List<Json> entries = record.items("entries");
    List<Json> epilogue = record.items("epilogue");
    if (epilogue.isEmpty()) {
      return entries;
    }
    List<Json> all = new ArrayList<>(entries);
    for (Json each : epilogue) {
      Kept said = Kept.of(each);
      all.add(
          Kept.NOTHING
              .with("seq", all.size() + 1)
              .with("day", record.number("endedOn"))
              .with("by", said.number("by"))
              .with("at", said.number("at"))
              .with("v", 1)
              .with("events", said.items("events"))
              .fields());
    }
    return all;
  }
}
