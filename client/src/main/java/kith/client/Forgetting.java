package kith.client;

import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;

/// Words that were taken back are not only hidden: they are no longer kept.
final class Forgetting {

  private static final Json NONE = new Json.Null();

  private Forgetting() {}

  /// The entries without what a seat takes back with these events.
  static List<Json> taken(List<Json> entries, long by, List<Json> events) {
    List<Json> left = entries;
    for (Json each : events) {
      if (each instanceof Json.Fields fields) {
        Kept event = new Kept(fields);
        if (isText(event, "type", "withdrew") && event.fields().at("exchange").isPresent()) {
          left = without(left, by, event);
        }
        if (isText(event, "type", "ended") && event.isTrue("takeBack")) {
          left = everything(left, by);
        }
      }
    }
    return left;
  }

  private static List<Json> everything(List<Json> entries, long by) {
    List<Json> left = new ArrayList<>();
    entries.forEach(entry -> left.add(silent(Kept.of(entry), by)));
    return left;
  }

  private static boolean isText(Kept event, String name, String text) {
    return event.fields().at(name).orElse(NONE).equals(new Json.Text(text));
  }

  private static List<Json> without(List<Json> entries, long by, Kept withdrew) {
    Json exchange = withdrew.fields().at("exchange").orElse(NONE);
    boolean answer = isText(withdrew, "part", "answer");
    List<Json> left = new ArrayList<>();
    for (Json each : entries) {
      Kept entry = Kept.of(each);
      boolean opened =
          answer
              && entry.has("opened")
              && entry.inner("opened").fields().at("exchange").orElse(NONE).equals(exchange);
      left.add(opened ? withoutAnswer(entry, by) : said(entry, by, withdrew));
    }
    return left;
  }

  private static Json said(Kept entry, long by, Kept withdrew) {
    if (!(entry.fields().at("events").orElse(NONE) instanceof Json.Items(List<Json> events))
        || entry.number("by") != by) {
      return entry.fields();
    }
    Json exchange = withdrew.fields().at("exchange").orElse(NONE);
    List<Json> left = new ArrayList<>();
    for (Json each : events) {
      boolean it =
          each instanceof Json.Fields fields
              && fields.at("exchange").orElse(NONE).equals(exchange)
              && isPart(new Kept(fields), withdrew);
      left.add(it ? Spoken.without(List.of(each)).getFirst() : each);
    }
    return entry.with("events", left).fields();
  }

  private static boolean isPart(Kept event, Kept withdrew) {
    boolean response = isText(event, "type", "responded");
    return response ? isText(withdrew, "part", "response") : isText(withdrew, "part", "repair");
  }

  private static Json withoutAnswer(Kept entry, long by) {
    Kept opened = entry.inner("opened");
    List<Json> answers = new ArrayList<>(opened.items("answers"));
    answers.set((int) by, Kept.of(answers.get((int) by)).with("words", NONE).fields());
    return entry.with("opened", opened.with("answers", answers)).fields();
  }

  /// An entry without any words of a seat.
  static Json silent(Kept entry, long seat) {
    if (entry.has("opened")) {
      return withoutAnswer(entry, seat);
    }
    boolean theirs =
        entry.has("by")
            && entry.number("by") == seat
            && entry.fields().at("events").orElse(NONE) instanceof Json.Items;
    return theirs
        ? entry.with("events", Spoken.without(entry.items("events"))).fields()
        : entry.fields();
  }
}
