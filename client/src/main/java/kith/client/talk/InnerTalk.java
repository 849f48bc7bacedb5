package kith.client.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.client.Kept;
import kith.client.Kith;
import kith.core.json.Json;

/// What only this person knows: how it landed, whether they would go deeper, what they keep safe.
final class InnerTalk {

  private static final List<String> POINTS = List.of("understood", "accepted", "cared", "brushed");

  private final Kith kith;
  private final Asking asking;
  private final String local;

  InnerTalk(Asking asking, String local) {
    this.kith = asking.kith();
    this.asking = asking;
    this.local = local;
  }

  /// Does what a word says; false when it is none of these.
  boolean done(String typed) {
    switch (typed) {
      case "questions", "q" -> questions();
      case "evening" -> evening();
      case "resume" -> resume();
      case "mended" -> mended();
      case "stop" -> asking.tried(() -> kith.act(local, Kept.NOTHING.with("type", "end-evening")));
      case "unsay" -> unsay();
      case "drawer" -> drawer();
      case "put" -> put();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void note(Kept note) {
    asking.tried(() -> kith.noted(local, note));
  }

  private static Kept note(String name) {
    return Kept.NOTHING.with("note", name);
  }

  private void questions() {
    List<Kept> due =
        kith.view(local).inner("own").items("questions").stream().map(Kept::of).toList();
    if (due.isEmpty()) {
      asking.say("Nothing is asked of you just now.");
    }
    if (!due.isEmpty()) {
      asking.say("Nobody but you sees what you say here. Enter skips.");
    }
    due.forEach(this::question);
  }

  private void question(Kept question) {
    switch (question.text("ask")) {
      case "landed" -> landed(question.text("exchange"));
      case "comfort" -> comfort();
      case "safety" -> safety();
      case "deeper" ->
          vote(
              Kept.NOTHING
                  .with("on", "deeper")
                  .with("topic", question.text("topic"))
                  .with("ring", question.number("ring")),
              "Would you go one ring deeper in "
                  + Topics.words(question.text("topic"))
                  + ", if they would as well?");
      case "mended" -> mended();
      case "resume" -> resume();
      default -> {}
    }
  }

  private void landed(String exchange) {
    asking.say("How their response has landed with you: " + Screen.prompt(card(exchange)));
    Kept note = note("landed").with("exchange", exchange);
    for (String point : POINTS) {
      Optional<Long> given = asking.points("  " + Words.landed(point));
      note = given.isPresent() ? note.with(point, given.get()) : note;
    }
    note(note);
  }

  private Kept card(String exchange) {
    Kept view = kith.view(local);
    List<Json> all = new ArrayList<>(view.items("table"));
    all.addAll(view.items("story"));
    return all.stream()
        .map(Kept::of)
        .filter(card -> card.text("exchange").equals(exchange))
        .findFirst()
        .orElse(Kept.NOTHING);
  }

  private boolean comfort() {
    Optional<Long> comfort = asking.points("How comfortable are you with them today?");
    Optional<Long> free = asking.points("How free are you to say no to them today?");
    if (comfort.isEmpty() || free.isEmpty()) {
      return false;
    }
    note(note("comfort").with("comfort", comfort.get()).with("free", free.get()));
    return true;
  }

  private void safety() {
    asking
        .asked("Could you say no to them without fear? (yes / no; Enter: skip)> ")
        .ifPresent(
            said -> {
              boolean free = Asking.is(said, "yes");
              note(note("safety").with("free", new Json.Truth(free)));
              if (!free) {
                asking.say(Words.HELP_IS_THERE);
              }
            });
  }

  /// Yes, or not yet, which is no answer at all.
  private void vote(Kept matter, String question) {
    if (!asking.isYes(question + " They see it only if both of you say yes.")) {
      return;
    }
    Kept yes = note("vote").with("matter", matter).with("yes", new Json.Truth(true));
    asking.tried(
        () -> {
          try {
            kith.noted(local, yes);
          } catch (kith.client.Refused no) {
            if (!no.reason().equals("comfort-not-asked") || !comfort()) {
              throw no;
            }
            kith.noted(local, yes);
          }
          asking.say("Kept. It can be taken back with [unsay] until both have said so.");
        });
  }

  private void evening() {
    vote(
        Kept.NOTHING.with("on", "evening"),
        "An evening together, now? What it opens closes with it.");
  }

  private void resume() {
    vote(Kept.NOTHING.with("on", "resume"), "Would you go on, if they would as well?");
  }

  private void mended() {
    vote(Kept.NOTHING.with("on", "mended"), "Is it mended, for you?");
  }

  private void unsay() {
    List<Kept> yes = kith.view(local).inner("own").items("yes").stream().map(Kept::of).toList();
    if (yes.isEmpty()) {
      asking.say("No yes of yours stands.");
      return;
    }
    asking
        .chosen(yes, yes.stream().map(Words::matter).toList())
        .ifPresent(
            matter -> note(note("vote").with("matter", matter).with("yes", new Json.Truth(false))));
  }

  private void put() {
    Optional<String> topic = asking.chosen(Topics.NAMES, Topics.WORDS);
    if (topic.isEmpty()) {
      return;
    }
    long ring = asking.points("How deep is it, 1 to 4?").filter(deep -> deep <= 4).orElse(1L);
    asking
        .written(local, "keep", "What you are not ready to say. It stays on this device.")
        .ifPresent(
            words -> {
              Kept kept =
                  Kept.NOTHING
                      .with("id", kith.newExchange())
                      .with("topic", topic.get())
                      .with("ring", ring)
                      .with("text", words)
                      .with("bond", local);
              List<Json> drawer = new ArrayList<>(kith.personal().items("drawer"));
              drawer.add(kept.fields());
              kith.keepPersonal(kith.personal().with("drawer", drawer));
              asking.done(local, "keep");
              asking.say("It lies in your drawer.");
            });
  }

  private void drawer() {
    List<Kept> drawer = kith.personal().items("drawer").stream().map(Kept::of).toList();
    if (drawer.isEmpty()) {
      asking.say("Your drawer is empty. [put] puts something in.");
      return;
    }
    asking.say("Only you read this. A number burns it; Enter leaves all as it is.");
    asking
        .chosen(drawer, drawer.stream().map(kept -> kept.text("text")).toList())
        .filter(kept -> asking.isYes("Burn it?"))
        .ifPresent(
            kept -> {
              List<Json> left = new ArrayList<>(kith.personal().items("drawer"));
              left.remove(kept.fields());
              kith.keepPersonal(kith.personal().with("drawer", left));
            });
  }
}
