package kith.client.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.client.Kept;
import kith.client.Kith;
import kith.core.json.Json;

/// Stepping back, resting, mending, taking back, ending: each alone, at once, without a reason.
final class CareTalk {

  private final Kith kith;
  private final Asking asking;
  private final String local;

  CareTalk(Asking asking, String local) {
    this.kith = asking.kith();
    this.asking = asking;
    this.local = local;
  }

  /// Does what a word says; false when it is none of these.
  boolean done(String typed) {
    switch (typed) {
      case "less" -> stepBack();
      case "rest" -> rest();
      case "amiss" -> amiss();
      case "hear" -> hear();
      case "own" -> own();
      case "withdraw" -> withdraw();
      case "end" -> end();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void act(Kept command) {
    asking.tried(() -> kith.act(local, command));
  }

  private static Kept command(String type) {
    return Kept.NOTHING.with("type", type);
  }

  private void stepBack() {
    List<Kept> open =
        kith.view(local).items("topics").stream()
            .map(Kept::of)
            .filter(topic -> topic.number("ring") > 0)
            .toList();
    asking.say("Which topic should be less deep? Nobody is told why.");
    asking
        .chosen(open, open.stream().map(CareTalk::depth).toList())
        .ifPresent(
            topic -> {
              long ring = topic.number("ring") - 1;
              boolean wholly = ring > 0 && asking.isYes("Close it wholly, for now?");
              act(
                  command("step-back")
                      .with("topic", topic.text("topic"))
                      .with("ring", wholly ? 0 : ring));
            });
  }

  private static String depth(Kept topic) {
    return Topics.words(topic.text("topic")) + ", open to ring " + topic.number("ring");
  }

  private void rest() {
    if (asking.isYes("Let the bond rest? No reason is asked.")) {
      act(command("rest"));
    }
  }

  private List<Kept> heard() {
    Kept view = kith.view(local);
    List<Kept> cards = new ArrayList<>();
    for (String list : List.of("table", "story")) {
      view.items(list).stream()
          .map(Kept::of)
          .filter(card -> !card.text("state").equals("drawn"))
          .forEach(cards::add);
    }
    return cards;
  }

  private Optional<Kept> oneHeard() {
    List<Kept> cards = heard();
    if (cards.isEmpty()) {
      asking.say("Nothing has opened between you yet.");
      return Optional.empty();
    }
    return asking.chosen(cards, cards.stream().map(Screen::prompt).toList());
  }

  private void amiss() {
    asking.say(Words.AMISS);
    Optional<Kept> card = oneHeard();
    if (card.isEmpty()) {
      return;
    }
    String exchange = card.get().text("exchange");
    Optional<String> misstep =
        asking.chosen(
            List.of("too-much", "too-fast", "judged"),
            List.of("that was too much", "that was too fast", "I felt judged"));
    if (misstep.isEmpty()) {
      return;
    }
    if (!asking.isYes("Tell them? Otherwise only this device knows.")) {
      asking.tried(
          () ->
              kith.noted(
                  local,
                  Kept.NOTHING
                      .with("note", "mark")
                      .with("exchange", exchange)
                      .with("on", new Json.Truth(true))));
      return;
    }
    String name = "amiss-" + exchange;
    String words = asking.written(local, name, "Words, if you like.").orElse("");
    Kept tell = Asking.about("tell", exchange).with("misstep", misstep.get());
    if (asking.tried(() -> kith.act(local, tell.with("words", words)))) {
      asking.done(local, name);
    }
  }

  /// The repair that waits for a word of mine.
  private Optional<Kept> repair(String may) {
    Optional<Kept> one =
        kith.view(local).inner("together").items("repairs").stream()
            .map(Kept::of)
            .filter(repair -> !repair.inner("may").has(may))
            .findFirst();
    if (one.isEmpty()) {
      asking.say("There is nothing for that just now.");
    }
    return one;
  }

  private void hear() {
    repair("sayBack")
        .ifPresent(
            one -> {
              String exchange = one.text("exchange");
              String name = "hear-" + exchange;
              asking
                  .written(local, name, "Say back what you heard, in your own words.")
                  .ifPresent(
                      words -> {
                        Kept back = Asking.about("say-back", exchange).with("words", words);
                        if (asking.tried(() -> kith.act(local, back))) {
                          asking.done(local, name);
                        }
                      });
            });
  }

  private void own() {
    repair("own")
        .ifPresent(
            one ->
                asking
                    .asked("What was yours in it? (Enter: not now)> ")
                    .ifPresent(
                        own -> {
                          String next = asking.asked("What will you do differently?> ").orElse("");
                          String regret = asking.asked("What you regret, if you do> ").orElse("");
                          act(
                              Asking.about("own", one.text("exchange"))
                                  .with("own", own)
                                  .with("differently", next)
                                  .with("regret", regret));
                        }));
  }

  private void withdraw() {
    asking.say(Words.WITHDRAW);
    Optional<Kept> card = oneHeard();
    if (card.isEmpty()) {
      return;
    }
    asking
        .chosen(
            List.of("answer", "response", "repair", "prompt"),
            List.of("my answer", "my response", "my words of mending", "my question"))
        .ifPresent(
            part -> act(Asking.about("withdraw", card.get().text("exchange")).with("part", part)));
  }

  private void end() {
    asking.say(Words.END);
    boolean later =
        asking.isYes("Tell them later? It rests, and reads as ended in two to six weeks.");
    boolean takeBack = asking.isYes("Take all your words back too?");
    if (!asking.isYes("End this bond? It cannot be undone.")) {
      return;
    }
    String note = asking.asked("A last line to them, if you like (Enter: none)> ").orElse("");
    act(
        command("end")
            .with("note", note)
            .with("takeBack", new Json.Truth(takeBack))
            .with("later", new Json.Truth(later)));
  }
}
