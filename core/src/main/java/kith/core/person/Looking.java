package kith.core.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Both;
import kith.core.bond.Event;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.bond.Part;
import kith.core.bond.Prompt;
import kith.core.bond.Reason;
import kith.core.bond.Ring;
import kith.core.bond.Rules;
import kith.core.bond.Seat;
import kith.core.bond.Shape;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;
import kith.core.deck.Offer;

/// One look of one person at the bond: makes the view.
final class Looking {
  private final Bond bond;
  private final Seat seat;
  private final Mine mine;
  private final Moment now;
  private final Rules rules;
  private final Within within;
  private final List<Card> table = new ArrayList<>();
  private final List<Card> story = new ArrayList<>();

  Looking(Bond bond, Seat seat, Mine mine, Moment now) {
    this.bond = bond;
    this.seat = seat;
    this.mine = mine;
    this.now = now.orLater(bond.moment());
    this.rules = new Rules(bond, now);
    this.within = new Within(bond, mine, rules, now);
  }

  /// @param offers what may be drawn
  /// @param altered whether a prompt claims to be one of the deck and is not
  View view(List<Offer> offers, Predicate<Prompt> altered) {
    for (ExchangeId id : bond.going()) {
      switch (bond.exchange(id).orElse(new Exchange.Gone(id))) {
        case Exchange.Waiting waiting -> look(waiting, altered);
        case Exchange.Heard heard -> table.add(heard(heard, Card.State.OPENED));
        case Exchange.Gone gone -> {}
      }
    }
    int earlier = story();
    List<ExchangeId> shown = new ArrayList<>();
    table.forEach(card -> shown.add(card.exchange()));
    story.forEach(card -> shown.add(card.exchange()));
    Inward inward = new Inward(bond, seat, mine, rules, within);
    return new View(
        seat,
        table,
        story,
        earlier,
        offers,
        may(),
        map(),
        topics(),
        inward.together(now, shown),
        inward.own(now),
        bond.setAside());
  }

  /// The page of the story that was asked for; says how many settled before it.
  private int story() {
    List<ExchangeId> settled = bond.settled();
    int before = Math.min(settled.size(), mine.before().orElse(settled.size()));
    int earlier = Math.max(0, before - mine.last().orElse(before));
    for (ExchangeId id : settled.subList(earlier, before)) {
      if (bond.exchange(id).orElse(new Exchange.Gone(id)) instanceof Exchange.Heard one) {
        story.add(heard(one, Card.State.SETTLED));
      }
    }
    return earlier;
  }

  private void look(Exchange.Waiting waiting, Predicate<Prompt> altered) {
    Verdict here = rules.onTable(waiting.id());
    if (here instanceof Verdict.Refused) {
      return;
    }
    boolean bound = waiting instanceof Exchange.Committed;
    Prompt prompt = waiting.prompt();
    table.add(
        new Card(
            waiting.id(),
            Card.State.DRAWN,
            told(waiting.shape()),
            bound,
            prompt,
            waiting.day(),
            OptionalLong.of(waiting.lastDay(bond.pace())),
            mine.sealed().contains(waiting.id()),
            altered.test(prompt) || ratherNot(prompt),
            Card.Sides.none(),
            Card.Sides.none(),
            new Card.May(
                rules.seal(waiting.id()),
                here,
                rules.respond(seat, waiting.id()),
                rules.tell(waiting.id()),
                takeBack(waiting.id()))));
  }

  private boolean ratherNot(Prompt prompt) {
    boolean deep = prompt.ring().depth() > Ring.OUTERMOST;
    return mine.unwished().contains(prompt.key())
        || (deep && (within.strained() || !within.safe()));
  }

  private Card.Told told(Shape shape) {
    Card.Written written =
        new Card.Written(
            shape.by().filter(seat::equals).isPresent(),
            shape.by().filter(seat.other()::equals).isPresent());
    return new Card.Told(shape.kind(), shape.tells(seat), shape.tells(seat.other()), written);
  }

  private Card heard(Exchange.Heard heard, Card.State state) {
    Verdict no = new Verdict.Refused(Reason.NOT_ON_TABLE);
    return new Card(
        heard.id(),
        state,
        told(heard.shape()),
        false,
        heard.prompt(),
        heard.day(),
        OptionalLong.empty(),
        true,
        false,
        new Card.Sides<>(answer(heard, seat), answer(heard, seat.other())),
        sides(heard.responses()),
        new Card.May(
            no,
            no,
            new Hearing(bond, rules, seat).respond(heard.id()),
            rules.tell(heard.id()),
            takeBack(heard.id())));
  }

  /// Of one who only listens there is no answer, whatever their software sent.
  private static Optional<Answer> answer(Exchange.Heard heard, Seat of) {
    return heard.shape().tells(of) ? Optional.of(heard.answers().of(of)) : Optional.empty();
  }

  private Verdict takeBack(ExchangeId exchange) {
    Verdict verdict = new Verdict.Refused(Reason.NOTHING_THERE);
    for (Part part : Part.values()) {
      if (verdict instanceof Verdict.Refused) {
        verdict = rules.judge(seat, new Event.Withdrew(exchange, part));
      }
    }
    return verdict;
  }

  private <T> Card.Sides<T> sides(Both<Optional<T>> both) {
    return new Card.Sides<>(both.of(seat), both.of(seat.other()));
  }

  private View.May may() {
    return new View.May(
        rules.draw(),
        rules.beside(),
        rules.beside(),
        rules.judge(seat, new Event.Rested(OptionalLong.empty())),
        rules.agree(new Matter.Resume()),
        rules.agree(new Matter.Evening()),
        rules.judge(seat, new Event.EveningEnded()),
        rules.agree(new Matter.Mended()),
        rules.notEnded());
  }

  private List<Wedge> topics() {
    List<Matter> standing = within.standing();
    List<Wedge> wedges = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      int open = bond.openRing(topic, now);
      Optional<Matter> next = Inward.next(bond, topic, now);
      wedges.add(
          new Wedge(
              topic,
              open,
              next.map(within::yes).orElse(new Verdict.Refused(Reason.INNERMOST)),
              next.filter(standing::contains).isPresent(),
              rules.stepBack(topic, open - 1)));
    }
    return wedges;
  }

  private List<Cell> map() {
    List<Cell> cells = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      for (int depth = Ring.OUTERMOST; depth <= Ring.INNERMOST; depth++) {
        boolean open = depth <= bond.openRing(topic, now);
        Ring ring = new Ring(depth);
        cells.add(new Cell(topic, ring, open, bond.shared(topic, ring)));
      }
    }
    return cells;
  }
}
