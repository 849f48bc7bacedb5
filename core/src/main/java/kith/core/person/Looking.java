package kith.core.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kith.core.bond.Bond;
import kith.core.bond.Both;
import kith.core.bond.Exchange;
import kith.core.bond.Moment;
import kith.core.bond.Prompt;
import kith.core.bond.Reason;
import kith.core.bond.Ring;
import kith.core.bond.Rules;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;

/// One look of one person at the bond: makes the view.
final class Looking {
  private final Bond bond;
  private final Seat seat;
  private final Mine mine;
  private final Rules rules;
  private final List<Card> table = new ArrayList<>();
  private final List<Card> story = new ArrayList<>();
  private final Map<Topic, int[]> shared = new EnumMap<>(Topic.class);

  Looking(Bond bond, Seat seat, Mine mine, Moment now) {
    this.bond = bond;
    this.seat = seat;
    this.mine = mine;
    this.rules = new Rules(bond, now);
  }

  View view(List<Prompt> offers) {
    for (Exchange exchange : bond.exchanges()) {
      switch (exchange) {
        case Exchange.Drawn drawn -> look(drawn);
        case Exchange.Opened opened -> look(opened);
        case Exchange.Settled settled -> look(settled);
        case Exchange.Gone gone -> {}
      }
    }
    return new View(seat, table, story, offers, rules.draw(), map(), bond.setAside());
  }

  private void look(Exchange.Drawn drawn) {
    Verdict here = rules.onTable(drawn.id());
    if (here instanceof Verdict.Refused) {
      return;
    }
    table.add(
        new Card(
            drawn.id(),
            Card.State.DRAWN,
            drawn.prompt(),
            drawn.day(),
            OptionalLong.of(drawn.lastDay(bond.pace())),
            mine.sealed().contains(drawn.id()),
            Card.Sides.none(),
            Card.Sides.none(),
            new Card.May(here, here, rules.respond(seat, drawn.id()))));
  }

  private void look(Exchange.Opened opened) {
    share(opened.prompt());
    table.add(
        new Card(
            opened.id(),
            Card.State.OPENED,
            opened.prompt(),
            opened.day(),
            OptionalLong.empty(),
            true,
            sides(opened.answers()),
            new Card.Sides<>(opened.responses().of(seat), opened.responses().of(seat.other())),
            done(new Hearing(bond, rules, seat).respond(opened.id()))));
  }

  private void look(Exchange.Settled settled) {
    share(settled.prompt());
    story.add(
        new Card(
            settled.id(),
            Card.State.SETTLED,
            settled.prompt(),
            settled.day(),
            OptionalLong.empty(),
            true,
            sides(settled.answers()),
            sides(settled.responses()),
            done(new Hearing(bond, rules, seat).respond(settled.id()))));
  }

  private static Card.May done(Verdict respond) {
    Verdict no = new Verdict.Refused(Reason.NOT_ON_TABLE);
    return new Card.May(no, no, respond);
  }

  private <T> Card.Sides<T> sides(Both<T> both) {
    return new Card.Sides<>(Optional.of(both.of(seat)), Optional.of(both.of(seat.other())));
  }

  private void share(Prompt prompt) {
    shared
        .computeIfAbsent(prompt.topic(), topic -> new int[Ring.INNERMOST])[
        prompt.ring().depth() - 1]++;
  }

  private List<Cell> map() {
    List<Cell> cells = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      int[] counts = shared.getOrDefault(topic, new int[Ring.INNERMOST]);
      for (int depth = Ring.OUTERMOST; depth <= Ring.INNERMOST; depth++) {
        boolean open = depth <= bond.openRing(topic);
        cells.add(new Cell(topic, new Ring(depth), open, counts[depth - 1]));
      }
    }
    return cells;
  }
}
