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

/// One bond at a terminal: shows what is so, asks what to do, does it.
final class BondTalk {

  private final Kith kith;
  private final Asking asking;
  private final String server;
  private final String local;
  private final Screen screen;
  private final CareTalk care;
  private final InnerTalk inner;

  BondTalk(Asking asking, String server, String local) {
    this.kith = asking.kith();
    this.asking = asking;
    this.server = server;
    this.local = local;
    this.screen = new Screen(kith);
    this.care = new CareTalk(asking, local);
    this.inner = new InnerTalk(asking, local);
  }

  void stay() {
    for (boolean asked = false; ; ) {
      asking.look(() -> kith.sync(local), asked);
      screen.bond(local).forEach(asking::say);
      Optional<String> typed = asking.console().ask("> ");
      if (typed.isEmpty() || Asking.is(typed.get(), "back")) {
        return;
      }
      asked = typed.get().isEmpty();
      done(typed.get().toLowerCase(Locale.ROOT));
    }
  }

  void showLink() {
    kith.link(local)
        .ifPresent(
            link -> {
              asking.say("Send this link to one person, and to nobody else. It lasts a week:");
              asking.say("    " + server + link);
            });
  }

  private void done(String typed) {
    switch (typed) {
      case "" -> {}
      case "link", "l" -> showLink();
      case "yes", "y" -> asking.tried(() -> kith.confirm(local));
      case "no", "n", "cancel" -> asking.tried(() -> kith.refuse(local));
      case "same" -> kith.compared(local);
      case "draw", "d" -> draw();
      case "write" -> own("write", "A question for both of you.");
      case "offer" -> own("offer", "One line of what you would tell, if they are ready to listen.");
      case "ask" -> own("ask", "A question to them.");
      case "answer", "a" -> answer();
      case "listen" -> onCard("drawn", card -> kith.seal(local, card, ""));
      case "take", "t" -> onCard("drawn", card -> kith.takeBack(local, card));
      case "swap" -> onCard("drawn", card -> kith.act(local, Asking.about("swap", card)));
      case "respond", "r" -> respond();
      case "story", "s" -> screen.story(local).forEach(asking::say);
      case "map", "m" -> screen.map(local).forEach(asking::say);
      case "words", "w" -> words();
      case "help", "h" -> Words.HELP.forEach(asking::say);
      default -> {
        if (!care.done(typed) && !inner.done(typed)) {
          asking.say(Words.UNKNOWN);
        }
      }
    }
  }

  /// A deed on one card.
  private interface OnCard {
    void run(String exchange) throws Unreachable, Problem, Refused;
  }

  private void onCard(String state, OnCard deed) {
    List<Kept> cards =
        Screen.cards(kith.view(local)).stream()
            .filter(card -> card.text("state").equals(state))
            .toList();
    if (cards.isEmpty()) {
      asking.say("There is no card for that on the table.");
      return;
    }
    Optional<Kept> one =
        cards.size() == 1
            ? Optional.of(cards.getFirst())
            : asking.chosen(cards, cards.stream().map(Screen::prompt).toList());
    one.ifPresent(card -> asking.tried(() -> deed.run(card.text("exchange"))));
  }

  private void draw() {
    List<Kept> offers = kith.view(local).items("offers").stream().map(Kept::of).toList();
    asking
        .chosen(offers, offers.stream().map(offer -> offer.text("text")).toList())
        .ifPresent(
            offer ->
                asking.tried(
                    () ->
                        kith.act(
                            local,
                            Asking.about("draw", kith.newExchange())
                                .with("prompt", offer.text("id")))));
  }

  private void own(String type, String what) {
    Optional<String> topic = asking.chosen(Topics.NAMES, Topics.WORDS);
    if (topic.isEmpty()) {
      return;
    }
    long ring =
        asking
            .asked("How deep? (1 to 4; Enter: 1)> ")
            .filter(typed -> typed.matches("[1-4]"))
            .map(Long::parseLong)
            .orElse(1L);
    Optional<String> text = asking.written(local, type, what);
    text.ifPresent(
        words -> {
          Kept command =
              Asking.about(type, kith.newExchange())
                  .with("topic", topic.get())
                  .with("ring", ring)
                  .with("language", "en")
                  .with("text", words);
          if (asking.tried(() -> kith.act(local, command))) {
            asking.done(local, type);
          }
        });
  }

  private void answer() {
    onCard(
        "drawn",
        card -> {
          asking.say(Words.OPENED_STAYS);
          Optional<String> words = asking.written(local, card, "Your answer.");
          if (words.isPresent()) {
            kith.seal(local, card, words.get());
            asking.done(local, card);
            asking.say("Sealed.");
          }
        });
  }

  private void respond() {
    onCard(
        "opened",
        card -> {
          asking.say(Words.LISTENING);
          List<Ways> all = List.of(Ways.values());
          Optional<Ways> way = asking.chosen(all, all.stream().map(Ways::words).toList());
          if (way.isEmpty()) {
            return;
          }
          String words = asking.written(local, "to-" + card, "Words, if you like.").orElse("");
          kith.act(
              local,
              Asking.about("respond", card)
                  .with("ways", List.of((Json) new Json.Text(way.get().named())))
                  .with("words", words));
          asking.done(local, "to-" + card);
        });
  }

  private void words() {
    Kith.Standing standing = kith.standing(local);
    kith.words(local)
        .ifPresent(
            words ->
                asking.say(
                    "After "
                        + standing.read()
                        + " entries: "
                        + words
                        + ". With the same number, the other should read the same words."));
    kith.safetyNumber(local)
        .ifPresent(digits -> asking.say("Both your keys, to compare: " + digits));
  }
}
