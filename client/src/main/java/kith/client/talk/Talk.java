package kith.client.talk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.client.Kept;
import kith.client.Kith;
import kith.client.Problem;
import kith.client.Refused;
import kith.client.Unreachable;
import kith.core.json.Json;

/// One person at a terminal: shows what is so, asks what to do, does it.
final class Talk {

  private final Kith kith;
  private final Console console;
  private final String server;
  private final Screen screen;

  Talk(Kith kith, Console console, String server) {
    this.kith = kith;
    this.console = console;
    this.server = server;
    this.screen = new Screen(kith);
  }

  /// What may fail on the way, or be refused.
  private interface Deed {
    void run() throws Unreachable, Problem, Refused;
  }

  /// Does it, or says plainly why not.
  private boolean tried(Deed deed) {
    try {
      deed.run();
      return true;
    } catch (Unreachable away) {
      console.say(Words.OUT_OF_REACH);
    } catch (Refused no) {
      console.say(Words.reason(no.reason()));
    } catch (Problem no) {
      console.say("The server said no (" + no.name() + "). Nothing of yours is lost.");
    }
    return false;
  }

  /// All bonds, until the person leaves.
  void home() {
    console.say(Words.HELLO);
    for (; ; ) {
      kith.bonds().forEach(local -> tried(() -> kith.sync(local)));
      showBonds();
      Optional<String> typed = console.ask("kith> ");
      if (typed.isEmpty() || is(typed.get(), "quit")) {
        console.say("Goodbye.");
        return;
      }
      chosen(typed.get());
    }
  }

  private void showBonds() {
    console.say("");
    List<String> bonds = kith.bonds();
    if (bonds.isEmpty()) {
      console.say(Words.NO_BONDS);
    }
    for (int at = 0; at < bonds.size(); at++) {
      String name = kith.standing(bonds.get(at)).theirName().orElse("a new bond");
      console.say("  " + (at + 1) + "  " + name);
    }
    console.say(
        "[start] a bond   [join] with a link   [quit]" + (bonds.isEmpty() ? "" : "   or a number"));
  }

  private void chosen(String typed) {
    if (is(typed, "start")) {
      start();
    } else if (is(typed, "join")) {
      join();
    } else {
      numbered(typed, kith.bonds()).ifPresent(this::bond);
    }
  }

  static boolean is(String typed, String word) {
    String said = typed.toLowerCase(Locale.ROOT);
    return !said.isEmpty() && (said.equals(word) || said.equals(word.substring(0, 1)));
  }

  private static <T> Optional<T> numbered(String typed, List<T> list) {
    return typed.matches("[0-9]{1,4}")
            && Integer.parseInt(typed) >= 1
            && Integer.parseInt(typed) <= list.size()
        ? Optional.of(list.get(Integer.parseInt(typed) - 1))
        : Optional.empty();
  }

  private Optional<String> asked(String prompt) {
    return console.ask(prompt).filter(typed -> !typed.isEmpty());
  }

  private void start() {
    asked("Your name, as they know you> ")
        .ifPresent(
            name ->
                tried(
                    () -> {
                      String local = kith.start(name);
                      showLink(local);
                      bond(local);
                    }));
  }

  private void showLink(String local) {
    kith.link(local)
        .ifPresent(
            link -> {
              console.say("Send this link to one person, and to nobody else. It lasts a week:");
              console.say("    " + server + link);
            });
  }

  private void join() {
    asked("The link> ")
        .ifPresent(
            link ->
                tried(
                    () -> {
                      Kith.Invited invited = kith.lookAt(link);
                      console.say(invited.name() + " invites you. Saying nothing is fine too.");
                      Optional<String> name = asked("Your name, as they know you (Enter: no)> ");
                      if (name.isPresent()) {
                        bond(kith.join(invited, name.get()));
                      }
                    }));
  }

  private void bond(String local) {
    for (; ; ) {
      tried(() -> kith.sync(local));
      screen.bond(local).forEach(console::say);
      Optional<String> typed = console.ask("> ");
      if (typed.isEmpty() || is(typed.get(), "back")) {
        return;
      }
      done(local, typed.get().toLowerCase(Locale.ROOT));
    }
  }

  private void done(String local, String typed) {
    switch (typed) {
      case "" -> {}
      case "link", "l" -> showLink(local);
      case "yes", "y" -> tried(() -> kith.confirm(local));
      case "same" -> kith.compared(local);
      case "draw", "d" -> draw(local);
      case "write" -> write(local);
      case "answer", "a" -> answer(local);
      case "take", "t" -> onCard(local, "drawn", card -> kith.takeBack(local, card));
      case "swap" -> onCard(local, "drawn", card -> kith.act(local, about("swap", card)));
      case "respond", "r" -> respond(local);
      case "story", "s" -> screen.story(local).forEach(console::say);
      case "map", "m" -> screen.map(local).forEach(console::say);
      case "words", "w" -> words(local);
      case "rest" -> rest(local);
      default -> console.say("That word is not known here. The words in [brackets] are.");
    }
  }

  private static Kept about(String type, String exchange) {
    return Kept.NOTHING.with("type", type).with("exchange", exchange);
  }

  /// A deed on one card.
  private interface OnCard {
    void run(String exchange) throws Unreachable, Problem, Refused;
  }

  private void onCard(String local, String state, OnCard deed) {
    Screen.cards(kith.view(local)).stream()
        .filter(card -> card.text("state").equals(state))
        .findFirst()
        .ifPresentOrElse(
            card -> tried(() -> deed.run(card.text("exchange"))),
            () -> console.say("There is no card for that on the table."));
  }

  private void draw(String local) {
    List<Kept> offers = kith.view(local).items("offers").stream().map(Kept::of).toList();
    for (int at = 0; at < offers.size(); at++) {
      console.say("  " + (at + 1) + "  " + offers.get(at).text("text"));
    }
    asked("Which? (Enter: none)> ")
        .flatMap(typed -> numbered(typed, offers))
        .ifPresent(
            offer ->
                tried(
                    () ->
                        kith.act(
                            local,
                            about("draw", kith.newExchange()).with("prompt", offer.text("id")))));
  }

  private void write(String local) {
    asked("Your question, for both of you, about everyday life (Enter: none)> ")
        .ifPresent(
            text ->
                tried(
                    () ->
                        kith.act(
                            local,
                            about("write", kith.newExchange())
                                .with("topic", "everyday")
                                .with("ring", 1)
                                .with("language", "en")
                                .with("text", text))));
  }

  private void answer(String local) {
    onCard(
        local,
        "drawn",
        card -> {
          console.say(Words.OPENED_STAYS);
          Optional<String> words = asked("Your answer (Enter: not now)> ");
          if (words.isPresent()) {
            kith.seal(local, card, words.get());
            console.say("Sealed.");
          }
        });
  }

  private void respond(String local) {
    onCard(
        local,
        "opened",
        card -> {
          Ways.all().forEach(line -> console.say("  " + line));
          List<Ways> all = List.of(Ways.values());
          Optional<Ways> way = asked("How do you hear it?> ").flatMap(t -> numbered(t, all));
          if (way.isEmpty()) {
            return;
          }
          String words = asked("Words, if you like> ").orElse("");
          kith.act(
              local,
              about("respond", card)
                  .with("ways", List.of((Json) new Json.Text(way.get().named())))
                  .with("words", words));
        });
  }

  private void words(String local) {
    Kith.Standing standing = kith.standing(local);
    kith.words(local)
        .ifPresent(
            words ->
                console.say(
                    "After "
                        + standing.read()
                        + " entries: "
                        + words
                        + ". With the same number, the other should read the same words."));
    kith.safetyNumber(local)
        .ifPresent(digits -> console.say("Both your keys, to compare: " + digits));
  }

  private void rest(String local) {
    if (asked("Let the bond rest? No reason is asked. (yes / Enter: no)> ")
        .filter(typed -> is(typed, "yes"))
        .isPresent()) {
      tried(() -> kith.act(local, Kept.NOTHING.with("type", "rest")));
    }
  }
}
