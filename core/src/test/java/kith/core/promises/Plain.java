package kith.core.promises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kith.core.bond.Answer;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Matter;
import kith.core.bond.Pace;
import kith.core.bond.Part;
import kith.core.bond.Prompt;
import kith.core.bond.Seat;
import kith.core.bond.Topic;

/// The rules a second time, written the slow and plain way from docs/model.md: it keeps lists and
/// looks through all of them each time. Where it and the core disagree, one of them is wrong.
final class Plain {
  private final Pace pace;
  private final PlainRings rings;
  final Map<ExchangeId, PlainCard> cards = new HashMap<>();
  final List<ExchangeId> order = new ArrayList<>();
  final PlainWounds wounds = new PlainWounds();
  final PlainAside aside = new PlainAside();
  private final List<ExchangeId> returned = new ArrayList<>();
  private final Map<String, Long> passed = new HashMap<>();
  private int steppedAt;
  private long at;
  private Optional<Long> eveningSince = Optional.empty();
  private boolean resting;
  private OptionalLong until = OptionalLong.empty();
  boolean ended;
  long setAside;

  Plain(Pace pace) {
    this.pace = pace;
    this.rings = new PlainRings(pace);
  }

  void take(Entry entry) {
    at = Math.max(at, entry.moment().milliseconds());
    if (resting && until.isPresent() && day() > until.getAsLong()) {
      resting = false;
    }
    if (eveningSince.isPresent() && !evening()) {
      endEvening();
    }
    for (PlainCard card : cards.values()) {
      if (card.waiting() && day() > card.day + pace.lapseDays()) {
        gone(card, card.day + pace.lapseDays() + 1);
      }
    }
    boolean fine =
        switch (entry) {
          case Entry.Written written -> {
            written.events().forEach(event -> setAside += act(written.by(), event) ? 0 : 1);
            yield true;
          }
          case Entry.Opening opening -> open(opening);
          case Entry.Binding binding -> bind(binding.exchange());
          case Entry.Agreed agreed -> agree(agreed);
          case Entry.Nothing nothing -> true;
          case Entry.Unreadable unreadable -> false;
        };
    setAside += fine ? 0 : 1;
  }

  private long day() {
    return Math.floorDiv(at, 86_400_000L);
  }

  private boolean evening() {
    return eveningSince.isPresent()
        && at - eveningSince.get() < pace.table().eveningHours() * 3_600_000L;
  }

  private boolean endEvening() {
    eveningSince = Optional.empty();
    rings.endEvening();
    cards.values().stream()
        .filter(card -> card.waiting() && card.tonight)
        .forEach(card -> gone(card, day()));
    return true;
  }

  private void gone(PlainCard card, long day) {
    card.state = "gone";
    if (card.kind == Kind.ASK) {
      passed.put(card.prompt.text(), day);
    }
  }

  boolean rests() {
    return resting && !ended;
  }

  private boolean goesOn() {
    return !resting && !ended;
  }

  private int lasting(Topic topic) {
    return rings.lasting(topic);
  }

  int ring(Topic topic) {
    return rings.ring(topic);
  }

  private boolean act(Seat by, Event event) {
    return switch (event) {
      case Event.Drew e -> draw(Kind.SEALED, by, e.exchange(), e.prompt(), e.held());
      case Event.Offered e -> offer(by, e);
      case Event.Asked e -> ask(by, e);
      case Event.Swapped e -> swap(e.exchange());
      case Event.Responded e -> respond(by, e.exchange());
      case Event.Withdrew e -> withdraw(by, e.exchange(), e.part());
      case Event.SteppedBack e -> stepBack(e.topic(), e.depth());
      case Event.Rested e -> rest(e.until());
      case Event.Told e -> tell(by, e);
      case Event.SaidBack e -> goesOn() && wounds.sayBack(by, e);
      case Event.Owned e -> goesOn() && wounds.own(by, e);
      case Event.EveningEnded e -> goesOn() && evening() && endEvening();
      case Event.Ended e -> end(by, e);
      default -> false;
    };
  }

  private boolean tooMuchToday(int ring) {
    long openedToday = rings.openedOn(day(), 3);
    boolean waived = ring == 3 && evening();
    return ring >= 3
        && !waived
        && (openedToday + PlainCard.waitingFrom(cards.values(), 3) >= pace.table().deepADay()
            || (ring == 4
                && rings.openedOn(day(), 4) + PlainCard.waitingFrom(cards.values(), 4) > 0));
  }

  private boolean draw(Kind kind, Seat by, ExchangeId id, Prompt prompt, boolean held) {
    int ring = prompt.ring().depth();
    if (!mayLay(kind, id, prompt)) {
      return false;
    }
    if (ring > ring(prompt.topic())) {
      return aside.hold(by, id, prompt);
    }
    if (tooMuchToday(ring)) {
      return false;
    }
    lay(kind, by, id, prompt, held);
    return true;
  }

  private boolean mayLay(Kind kind, ExchangeId id, Prompt prompt) {
    boolean own = kind == Kind.SEALED || prompt.deck().equals("own");
    return goesOn() && !PlainCard.full(cards.values(), kind) && !cards.containsKey(id) && own;
  }

  private void lay(Kind kind, Seat by, ExchangeId id, Prompt prompt, boolean held) {
    int ring = prompt.ring().depth();
    int lasting = lasting(prompt.topic());
    boolean goes = ring(prompt.topic()) > lasting && ring > lasting;
    cards.put(id, new PlainCard(id, kind, by, prompt, held || ring >= 3, goes, day()));
    order.add(id);
  }

  private boolean offer(Seat by, Event.Offered e) {
    Prompt prompt = e.prompt();
    int ring = prompt.ring().depth();
    boolean within = ring <= ring(prompt.topic());
    boolean ahead =
        ring(prompt.topic()) > 0
            && !wounds.open()
            && !rings.frozen(prompt.topic(), day())
            && ring <= lasting(prompt.topic()) + 1
            && (e.returns().isPresent()
                ? !returned.contains(e.returns().get())
                    && PlainCard.answers(cards.get(e.returns().get()), by, prompt)
                : rings.settled() - steppedAt >= pace.table().stepEvery());
    if (!mayLay(Kind.FIRST_STEP, e.exchange(), prompt)) {
      return false;
    }
    if (!within && !ahead) {
      return aside.hold(by, e.exchange(), prompt);
    }
    if (tooMuchToday(ring)) {
      return false;
    }
    e.returns().ifPresent(returned::add);
    if (!within && e.returns().isEmpty()) {
      steppedAt = rings.settled();
    }
    lay(Kind.FIRST_STEP, by, e.exchange(), prompt, false);
    return true;
  }

  private boolean ask(Seat by, Event.Asked e) {
    Long before = passed.get(e.prompt().text());
    boolean again = before != null && day() < before + pace.table().askAgainDays();
    return !again && draw(Kind.ASK, by, e.exchange(), e.prompt(), false);
  }

  private boolean swap(ExchangeId id) {
    PlainCard card = cards.get(id);
    if (card == null || !card.waiting()) {
      return false;
    }
    gone(card, day());
    return true;
  }

  private boolean bind(ExchangeId id) {
    PlainCard card = cards.get(id);
    if (card == null || !card.state.equals("drawn") || !card.held) {
      return false;
    }
    card.state = "bound";
    card.day = day();
    return true;
  }

  private boolean open(Entry.Opening opening) {
    PlainCard card = cards.get(opening.exchange());
    if (card == null || !card.state.equals(card.held ? "bound" : "drawn")) {
      return false;
    }
    card.state = "opened";
    card.day = day();
    for (Seat seat : Seat.values()) {
      Answer answer = opening.answers().of(seat);
      card.words[seat.number()] = card.tells(seat) ? answer.words().orElse("?") : "-";
    }
    rings.open(card.ring(), day());
    return true;
  }

  private boolean respond(Seat by, ExchangeId id) {
    PlainCard card = cards.get(id);
    int other = by.other().number();
    if (card == null
        || !card.heard()
        || !goesOn()
        || !card.tells(by.other())
        || card.responded[by.number()]
        || card.words[other].equals("withdrawn")) {
      return false;
    }
    card.responded[by.number()] = true;
    card.said[by.number()] = true;
    settle(card);
    return true;
  }

  private void settle(PlainCard card) {
    if (card.state.equals("opened") && !card.waits()) {
      card.state = "settled";
      if (card.counts()) {
        rings.settle(card.prompt.topic(), card.ring(), day());
      }
    }
  }

  private boolean withdraw(Seat by, ExchangeId id, Part part) {
    PlainCard card = cards.get(id);
    boolean held = part == Part.PROMPT && aside.letGo(by, id);
    return (card != null && withdraw(by, card, part)) || held;
  }

  private boolean withdraw(Seat by, PlainCard card, Part part) {
    return switch (part) {
      case ANSWER -> {
        boolean there = card.withdrawAnswer(by);
        settle(card);
        yield there;
      }
      case RESPONSE -> card.withdrawResponse(by);
      case PROMPT -> withdrawPrompt(by, card);
      case REPAIR -> wounds.withdraw(by, card.id);
    };
  }

  private boolean withdrawPrompt(Seat by, PlainCard card) {
    boolean there = card.withdrawPrompt(by);
    if (there && card.waiting()) {
      gone(card, day());
    }
    return there;
  }

  private boolean stepBack(Topic topic, int depth) {
    if (ended || depth >= ring(topic)) {
      return false;
    }
    lower(topic, depth);
    return true;
  }

  private void lower(Topic topic, int depth) {
    rings.lower(topic, depth, day());
    cards.values().stream()
        .filter(card -> card.waiting() && card.prompt.topic() == topic && card.ring() > depth)
        .forEach(card -> gone(card, day()));
  }

  private boolean rest(OptionalLong wanted) {
    boolean longer =
        resting && until.isPresent() && wanted.orElse(Long.MAX_VALUE) > until.getAsLong();
    if (ended || (resting && !longer) || wanted.orElse(Long.MAX_VALUE) < day()) {
      return false;
    }
    clear();
    resting = true;
    until = wanted;
    return true;
  }

  private void clear() {
    cards.values().stream().filter(PlainCard::waiting).forEach(card -> gone(card, day()));
    endEvening();
  }

  private boolean tell(Seat by, Event.Told e) {
    PlainCard card = cards.get(e.exchange());
    if (card == null || !card.heard() || !goesOn() || wounds.has(e.exchange())) {
      return false;
    }
    Topic topic = card.prompt.topic();
    wounds.tell(e.exchange(), new PlainWound(topic, by, e.words()));
    lower(topic, lasting(topic) <= 1 ? lasting(topic) : lasting(topic) - 1);
    return true;
  }

  private boolean end(Seat by, Event.Ended e) {
    if (ended) {
      return false;
    }
    clear();
    ended = true;
    if (e.takeBack()) {
      aside.letGo(by);
      cards.values().stream()
          .filter(PlainCard::heard)
          .forEach(card -> List.of(Part.values()).forEach(part -> withdraw(by, card, part)));
    }
    return true;
  }

  private boolean agree(Entry.Agreed agreed) {
    if (!agreed.yes().zero() || !agreed.yes().one() || ended) {
      return false;
    }
    return switch (agreed.matter()) {
      case Matter.Resume same -> {
        boolean rested = resting;
        resting = false;
        yield rested;
      }
      case Matter.Evening same -> {
        boolean fine = goesOn() && !evening();
        if (fine) {
          eveningSince = Optional.of(at);
        }
        yield fine;
      }
      case Matter.Mended same -> goesOn() && wounds.mend(rings, day());
      case Matter.Deeper(var topic, var ring) -> goesOn() && deepen(topic, ring.depth());
      case Matter.Tonight(var topic, var ring) -> {
        boolean fine =
            goesOn()
                && evening()
                && ring.depth() <= 3
                && ring.depth() == ring(topic) + 1
                && !wounds.open()
                && rings.enough(topic, ring.depth(), day());
        if (fine) {
          rings.raiseTonight(topic, ring.depth());
        }
        yield fine;
      }
    };
  }

  private boolean deepen(Topic topic, int ring) {
    if (wounds.open() || !rings.mayDeepen(topic, ring, day())) {
      return false;
    }
    rings.raise(topic, ring, day());
    return true;
  }
}
