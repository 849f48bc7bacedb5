package kith.client;

import java.util.ArrayList;
import java.util.List;
import kith.core.json.Json;

/// What one person knows of one bond and never shows: kept sealed, told to no one. The same fields
/// as in the browser.
final class Notes {

  /// For so many days "not now" keeps a prompt from being suggested.
  private static final long NOT_NOW_DAYS = 14;

  private Notes() {}

  /// When something is noted: on that day, and after that entry.
  record When(long day, long after) {}

  /// The private state with one thing more noted, as [Kith#noted] names them.
  static Kept with(Kept own, Kept noted, When when) {
    return switch (noted.text("note")) {
      case "landed" -> replaced(own, "notes", "exchange", landed(noted));
      case "comfort" ->
          replaced(
              own,
              "checks",
              "day",
              Kept.NOTHING
                  .with("day", when.day())
                  .with("comfort", noted.number("comfort"))
                  .with("free", noted.number("free")));
      case "safety" ->
          added(
              own,
              "safety",
              Kept.NOTHING
                  .with("day", when.day())
                  .with("free", new Json.Truth(noted.isTrue("free")))
                  .fields());
      case "vote" -> voted(own, noted, when);
      case "mark" -> toggled(own, "marks", noted.text("exchange"), noted.isTrue("on"));
      case "not-now" ->
          replaced(
              own,
              "notNow",
              "prompt",
              Kept.NOTHING
                  .with("prompt", noted.text("prompt"))
                  .with("until", when.day() + NOT_NOW_DAYS));
      case "not-with-you" -> toggled(own, "notWithYou", noted.text("prompt"), noted.isTrue("on"));
      case "throw" -> toggled(own, "thrown", noted.text("exchange"), true);
      default -> throw new IllegalArgumentException("there is no such note");
    };
  }

  private static Kept landed(Kept noted) {
    Kept landed = Kept.NOTHING.with("exchange", noted.text("exchange"));
    for (String name : List.of("understood", "accepted", "cared", "brushed")) {
      landed = noted.has(name) ? landed.with(name, noted.number(name)) : landed;
    }
    return landed;
  }

  private static Kept added(Kept own, String list, Json item) {
    List<Json> all = new ArrayList<>(own.items(list));
    all.add(item);
    return own.with(list, all);
  }

  /// In the place of the one with the same key, if there is one.
  private static Kept replaced(Kept own, String list, String key, Kept item) {
    List<Json> others =
        own.items(list).stream()
            .filter(each -> !Kept.of(each).fields().at(key).equals(item.fields().at(key)))
            .toList();
    return added(own.with(list, others), list, item.fields());
  }

  private static Kept voted(Kept own, Kept noted, When when) {
    Kept matter = noted.inner("matter");
    List<Json> others =
        own.items("votes").stream()
            .filter(each -> !Matters.name(Kept.of(each)).equals(Matters.name(matter)))
            .toList();
    Kept without = own.with("votes", others);
    Kept vote = matter.with("day", when.day()).with("after", when.after());
    return noted.isTrue("yes") ? added(without, "votes", vote.fields()) : without;
  }

  private static Kept toggled(Kept own, String list, String one, boolean on) {
    Json text = new Json.Text(one);
    List<Json> others = own.items(list).stream().filter(each -> !each.equals(text)).toList();
    Kept without = own.with(list, others);
    return on ? added(without, list, text) : without;
  }

  /// All that the core is told of what only this person knows.
  ///
  /// @param personal what they keep whichever the bond: drawer, prompts not ever
  static Kept mine(Kept record, Kept personal, String local, long day) {
    Kept own = record.inner("own");
    List<Json> unwished = new ArrayList<>(own.items("notWithYou"));
    unwished.addAll(personal.items("notEver"));
    for (Json each : own.items("notNow")) {
      if (Kept.of(each).number("until") >= day) {
        unwished.add(new Json.Text(Kept.of(each).text("prompt")));
      }
    }
    Kept mine = Kept.NOTHING.with("v", 1).with("sealed", sealed(record));
    for (String list : List.of("votes", "notes", "checks", "safety", "marks", "thrown")) {
      mine = mine.with(list, own.items(list));
    }
    return mine.with("drawer", drawer(personal, local)).with("unwished", unwished);
  }

  private static List<Json> sealed(Kept record) {
    Kept sealed = record.inner("sealed");
    List<Json> ready = new ArrayList<>();
    for (String exchange : sealed.fields().values().keySet()) {
      if (sealed.inner(exchange).has("parts")) {
        ready.add(new Json.Text(exchange));
      }
    }
    return ready;
  }

  private static List<Json> drawer(Kept personal, String local) {
    List<Json> drawer = new ArrayList<>();
    for (Json each : personal.items("drawer")) {
      Kept kept = Kept.of(each);
      if (kept.textIf("bond").orElse(local).equals(local)) {
        drawer.add(
            Kept.NOTHING
                .with("id", kept.text("id"))
                .with("topic", kept.text("topic"))
                .with("ring", kept.number("ring"))
                .fields());
      }
    }
    return drawer;
  }
}
