package kith.lab.world;

import java.util.List;
import java.util.Optional;
import kith.client.Kept;
import kith.client.Kith;
import kith.core.json.Json;
import kith.lab.dice.Dice;
import kith.lab.dyad.Partner;

/// One person's side of one bond: takes their device in hand now and then, looks, and does what
/// somebody like them would do.
final class Member {
  private static final double RESPONDS = 0.85;
  private static final double SEALS = 0.8;
  private static final double PUTS_BACK = 0.08;
  private static final double CHANGES_IT = 0.06;
  private static final double TAKES_IT_BACK = 0.04;
  private static final double DRAWS = 0.5;
  private static final double WITHDRAWS = 0.02;
  private static final double LETTERS = 120;

  private final Device device;
  private final int seat;
  private final Two two;
  private final Dice dice;
  private final Watch watch;
  private String local = "";
  private int texts;

  Member(Device device, int seat, Two two, Watch watch, Dice dice) {
    this.device = device;
    this.seat = seat;
    this.two = two;
    this.watch = watch;
    this.dice = dice;
  }

  Device device() {
    return device;
  }

  int seat() {
    return seat;
  }

  String local() {
    return local;
  }

  /// This bond has this name on the device.
  void has(String name) {
    local = name;
  }

  Kith.Standing standing() {
    return device.kith().standing(local);
  }

  Sayings sayings() {
    return watch.of(standing().seat().bond());
  }

  Device.Came sync() {
    return device.attempt("looks", kith -> kith.sync(local));
  }

  /// What the device shows, held against all that was said.
  Kept look() {
    Kept view = device.kith().view(local);
    sayings().holds(view, seat, standing().read());
    return view;
  }

  /// A quarter of an hour with Kith.
  void use(long day) {
    sync();
    Kept view = look();
    if (view.inner("together").text("state").equals("ended")) {
      return;
    }
    for (Json each : view.items("table")) {
      card(Kept.of(each));
    }
    new Inwardly(this, two, dice).perhaps(view);
    new Retreat(this, two, dice).perhaps(view, day);
    if (mayDo(view, "draw") && dice.chance(DRAWS)) {
      draw(view);
    }
    perhapsWithdraw(view);
  }

  static boolean mayDo(Kept view, String deed) {
    return !view.inner("may").has(deed);
  }

  private Partner self() {
    return two.dyad().person(seat);
  }

  private void card(Kept card) {
    if (card.text("state").equals("opened")) {
      if (mayDo(card, "respond") && dice.chance(RESPONDS)) {
        respond(card);
      }
      return;
    }
    if (card.isTrue("sealedByMe")) {
      reconsider(card);
    } else if (mayDo(card, "seal")) {
      answer(card);
    }
  }

  private void answer(Kept card) {
    Kept prompt = card.inner("prompt");
    if (!two.ready(seat, prompt.text("topic"), prompt.number("ring"))) {
      if (dice.chance(PUTS_BACK)) {
        act("puts the card back", command("swap", card));
      }
    } else if (dice.chance(SEALS)) {
      seal(card);
    }
  }

  private void reconsider(Kept card) {
    if (dice.chance(CHANGES_IT)) {
      seal(card);
    } else if (dice.chance(TAKES_IT_BACK)) {
      String exchange = card.text("exchange");
      Device.Came came =
          device.attempt("takes back what was sealed", kith -> kith.takeBack(local, exchange));
      settled(came, exchange, "");
    }
  }

  private void seal(Kept card) {
    String exchange = card.text("exchange");
    String words = words();
    sayings().wrote(exchange, seat, words);
    Device.Came came =
        device.attempt(
            "seals an answer of " + words.length() + " characters",
            kith -> kith.seal(local, exchange, words));
    settled(came, exchange, words);
  }

  /// Where the relay has acknowledged all, and the card is still shut, nothing but `left` may open.
  private void settled(Device.Came came, String exchange, String left) {
    if (!came.done() || standing().waiting()) {
      return;
    }
    Optional<Kept> card = find(device.kith().view(local), exchange);
    boolean shut =
        card.isPresent() && card.get().text("state").equals("drawn") && !card.get().isTrue("bound");
    if (shut) {
      sayings().tookBack(exchange, seat, left);
    }
  }

  static Optional<Kept> find(Kept view, String exchange) {
    return view.items("table").stream()
        .map(Kept::of)
        .filter(card -> card.text("exchange").equals(exchange))
        .findFirst();
  }

  private void respond(Kept card) {
    Kept prompt = card.inner("prompt");
    two.opened(card.text("exchange"), prompt.text("topic"), prompt.number("ring"));
    String words = words();
    sayings().wrote(card.text("exchange"), seat, words);
    act(
        "responds",
        command("respond", card)
            .with("ways", List.of(new Json.Text("heard")))
            .with("words", words));
  }

  private void draw(Kept view) {
    List<Kept> offers = view.items("offers").stream().map(Kept::of).toList();
    if (offers.isEmpty()) {
      return;
    }
    Kept suits =
        offers.stream()
            .filter(offer -> two.ready(seat, offer.text("topic"), offer.number("ring")))
            .findFirst()
            .orElse(offers.getFirst());
    Kept draw =
        Kept.NOTHING
            .with("type", "draw")
            .with("exchange", device.kith().newExchange())
            .with("prompt", suits.text("id"));
    act("draws a card, %s, ring %d".formatted(suits.text("topic"), suits.number("ring")), draw);
  }

  private void perhapsWithdraw(Kept view) {
    List<Json> story = view.items("story");
    if (story.isEmpty() || !dice.chance(WITHDRAWS)) {
      return;
    }
    Kept card = Kept.of(story.get(dice.below(story.size())));
    if (mayDo(card, "takeBack")) {
      Device.Came came =
          act("takes back what was told", command("withdraw", card).with("part", "answer"));
      if (came.done() && !standing().waiting()) {
        sayings().withdrew(card.inner("mine").textIf("words").orElse(""), standing().read());
      }
    }
  }

  static Kept command(String type, Kept card) {
    return Kept.NOTHING.with("type", type).with("exchange", card.text("exchange"));
  }

  void note(String what, Kept note) {
    device.attempt(what, kith -> kith.noted(local, note));
  }

  Device.Came act(String what, Kept command) {
    return device.attempt(what, kith -> kith.act(local, command));
  }

  /// Something to say: no two texts of a world are the same.
  String words() {
    int length = (int) (LETTERS * (0.5 + self().words() + dice.even()));
    String begin = "%s%s%d, %d: ".formatted(Sayings.MARK, device.name(), seat, texts++);
    return begin + "x".repeat(Math.max(1, length));
  }
}
