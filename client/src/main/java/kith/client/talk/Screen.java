package kith.client.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.client.Kept;
import kith.client.Kith;

/// Shows one bond as lines.
final class Screen {

  private static final int RINGS = 4;

  private final Kith kith;

  Screen(Kith kith) {
    this.kith = kith;
  }

  /// The whole of a bond, with what may be done now.
  List<String> bond(String local) {
    Kith.Standing standing = kith.standing(local);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("--- " + standing.theirName().orElse("A new bond") + " ---");
    if (standing.alarm().isPresent()) {
      lines.add(Words.STOPPED);
      return lines;
    }
    switch (standing.stage()) {
      case "inviting" ->
          lines.add(
              "Nobody has opened your link so far. [link] shows it again, [cancel] takes it back.");
      case "asked" ->
          lines.add(
              "Someone who calls themselves "
                  + standing.theirName().orElse("?")
                  + " has opened your link. Is it them? [yes] [no]");
      case "joining" -> lines.add("You are in as soon as they have looked at your name.");
      case "closed" -> lines.add("This invitation has ended without a bond.");
      default -> table(standing, lines);
    }
    return lines;
  }

  private void table(Kith.Standing standing, List<String> lines) {
    if (!standing.compared()) {
      standing
          .spokenCheck()
          .ifPresent(
              digits -> {
                lines.add(Words.DIGITS);
                lines.add("    " + digits + "    [same] they are the same");
              });
    }
    Kept view = kith.view(standing.local());
    together(view.inner("together"), lines);
    for (Kept card : cards(view)) {
      card(standing.local(), card, lines);
    }
    if (!view.inner("may").has("draw")) {
      lines.add("The table is free. [draw] a card, or [write] a question of your own.");
    }
    if (standing.waiting()) {
      lines.add("(Something you wrote has not reached the server yet.)");
    }
    if (standing.missing() > 0) {
      lines.add("(" + Words.MISSING + ")");
    }
    if (standing.leaving().isPresent()) {
      lines.add("(You have ended this bond; until its day they read that it rests.)");
    }
    if (!view.inner("own").items("questions").isEmpty()) {
      lines.add("Something is asked of you alone: [questions]");
    }
    lines.add("Also: [story] [map] [words] [less] [rest] [amiss] [withdraw] [end] [help] [back]");
  }

  private static void together(Kept together, List<String> lines) {
    switch (together.text("state")) {
      case "rests" -> lines.add("The bond rests. [resume] if you would go on.");
      case "ended" -> {
        lines.add("The bond has ended.");
        if (together.has("note")) {
          Kept note = together.inner("note");
          lines.add((note.isTrue("mine") ? "You said: " : "They said: ") + note.text("words"));
        }
      }
      default -> {}
    }
    if (together.isTrue("evening")) {
      lines.add("An evening together. [stop] ends it.");
    }
    together.items("repairs").stream()
        .map(Kept::of)
        .filter(repair -> !repair.isTrue("mended"))
        .forEach(repair -> repair(repair, lines));
  }

  private static void repair(Kept repair, List<String> lines) {
    String who = repair.isTrue("mine") ? "You" : "They";
    String what = MISSTEPS.getOrDefault(repair.text("misstep"), "something went amiss");
    lines.add(who + " told that " + what + " (" + Topics.words(repair.text("topic")) + ").");
    if (!repair.text("words").isEmpty()) {
      lines.add("    " + repair.text("words"));
    }
    repair.textIf("saidBack").ifPresent(words -> lines.add("  Heard as: " + words));
    if (repair.has("apology")) {
      Kept said = repair.inner("apology");
      lines.add(
          "  "
              + String.join(" ", said.text("own"), said.text("differently"), said.text("regret"))
                  .strip());
    }
    if (!repair.inner("may").has("sayBack")) {
      lines.add("  [hear] says back what you heard");
    }
    if (!repair.inner("may").has("own")) {
      lines.add("  [own] owns your share of it, if there is one");
    }
  }

  private static final Map<String, String> MISSTEPS =
      Map.of(
          "too-much",
          "that was too much",
          "too-fast",
          "that was too fast",
          "judged",
          "it felt like being judged");

  /// The first line of a card's prompt.
  static String prompt(Kept card) {
    return card.has("prompt") ? card.inner("prompt").text("text") : "";
  }

  /// The cards on the table.
  static List<Kept> cards(Kept view) {
    return view.items("table").stream().map(Kept::of).toList();
  }

  private void card(String local, Kept card, List<String> lines) {
    Kept prompt = card.inner("prompt");
    lines.add("");
    String topic = Topics.words(prompt.text("topic"));
    lines.add("On the table (" + topic + ", ring " + prompt.number("ring") + "):");
    lines.add("    " + prompt.text("text"));
    if (card.text("state").equals("drawn")) {
      drawn(local, card, lines);
    } else {
      opened(card, lines);
    }
  }

  private void drawn(String local, Kept card, List<String> lines) {
    Optional<String> mine = kith.sealed(local, card.text("exchange"));
    mine.filter(words -> !words.isEmpty())
        .ifPresent(words -> lines.add("  You have sealed: " + words));
    if (card.isTrue("bound")) {
      lines.add("  Both of you are bound to your words; they open together.");
    }
    boolean listening =
        !card.text("kind").equals("sealed") && mine.filter(String::isEmpty).isPresent();
    if (listening) {
      lines.add("  You are ready to listen.");
    }
    lines.add(
        mine.isPresent()
            ? "  [answer] change it   [take] it back   [swap] the card"
            : offered(card));
  }

  /// Of a first step and a question, one tells and one listens.
  private static String offered(Kept card) {
    boolean sealed = card.text("kind").equals("sealed");
    boolean tells = card.isTrue("toldByMe");
    return sealed || tells ? "  [answer]   [swap] the card" : "  [listen]   [swap] it back";
  }

  /// What both said, and what was said to it.
  static void opened(Kept card, List<String> lines) {
    lines.add("  You: " + words(card, "mine"));
    lines.add("  They: " + words(card, "theirs"));
    heard(card.inner("theirResponse"), "  They to you: ", lines);
    heard(card.inner("myResponse"), "  You to them: ", lines);
    if (!card.inner("may").has("respond")) {
      lines.add("  [respond]");
    }
  }

  private static void heard(Kept response, String who, List<String> lines) {
    if (response.has("ways")) {
      List<String> ways =
          response.items("ways").stream()
              .map(way -> Ways.said(((kith.core.json.Json.Text) way).value()))
              .toList();
      lines.add(who + String.join(" ", ways) + " " + response.textIf("words").orElse(""));
    }
  }

  private static String words(Kept card, String whose) {
    Kept answer = card.inner(whose);
    if (answer.isTrue("withdrawn")) {
      return "(taken back)";
    }
    return answer.textIf("words").orElse("(could not be opened)");
  }

  /// What has settled.
  List<String> story(String local) {
    List<String> lines = new ArrayList<>();
    for (kith.core.json.Json each : kith.view(local).items("story")) {
      Kept card = Kept.of(each);
      lines.add("");
      lines.add(card.inner("prompt").text("text"));
      opened(card, lines);
    }
    return lines.isEmpty() ? List.of("Nothing has settled yet.") : lines;
  }

  /// The onion as a table: each topic, how deep it is open, and how much was shared there.
  List<String> map(String local) {
    List<String> lines = new ArrayList<>();
    lines.add("Topic        ring 1  ring 2  ring 3  ring 4   (number: shared; - : not open)");
    List<kith.core.json.Json> cells = kith.view(local).items("map");
    for (int at = 0; at < cells.size(); at += RINGS) {
      StringBuilder line = new StringBuilder();
      line.append(String.format("%-12s", Kept.of(cells.get(at)).text("topic")));
      for (int ring = 0; ring < RINGS; ring++) {
        Kept cell = Kept.of(cells.get(at + ring));
        String shown = cell.isTrue("open") ? String.valueOf(cell.number("shared")) : "-";
        line.append(String.format("%7s ", shown));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
