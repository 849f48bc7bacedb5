package kith.lab.world;

import java.util.ArrayList;
import java.util.List;
import kith.client.Kept;
import kith.core.json.Json;
import kith.core.json.JsonWriter;

/// What of a view both see, in the same words whoever looks: mine and theirs become seats, and what
/// is private is left out.
final class Projection {
  private Projection() {}

  static String of(Kept view) {
    long seat = view.number("seat");
    List<Json> all = new ArrayList<>();
    for (String list : List.of("table", "story")) {
      view.items(list).forEach(card -> all.add(card(Kept.of(card), seat)));
    }
    all.addAll(view.items("map"));
    for (Json each : view.items("topics")) {
      all.add(some(Kept.of(each), "topic", "ring"));
    }
    Kept together = view.inner("together");
    all.add(some(together, "state", "day", "evening", "light"));
    for (Json each : together.items("repairs")) {
      all.add(
          some(
              Kept.of(each),
              "exchange",
              "topic",
              "misstep",
              "words",
              "saidBack",
              "apology",
              "mended"));
    }
    return JsonWriter.write(new Json.Items(all));
  }

  private static Json card(Kept card, long seat) {
    Kept shared =
        new Kept(
            (Json.Fields)
                some(card, "exchange", "state", "kind", "bound", "prompt", "day", "lastDay"));
    List<String> mine = List.of("mine", "myResponse", "toldByMe", "writtenByMe");
    List<String> theirs = List.of("theirs", "theirResponse", "toldByThem", "writtenByThem");
    List<String> zero = seat == 0 ? mine : theirs;
    List<String> one = seat == 0 ? theirs : mine;
    for (int at = 0; at < zero.size(); at++) {
      shared = shared.with("zero" + at, value(card, zero.get(at)));
      shared = shared.with("one" + at, value(card, one.get(at)));
    }
    return shared.fields();
  }

  private static Json value(Kept from, String name) {
    return from.fields().at(name).orElse(new Json.Null());
  }

  private static Json some(Kept from, String... names) {
    Kept some = Kept.NOTHING;
    for (String name : names) {
      some = some.with(name, value(from, name));
    }
    return some.fields();
  }
}
