package kith.core.person;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Held;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.bond.Repair;
import kith.core.bond.Ring;
import kith.core.bond.Rules;
import kith.core.bond.Seat;
import kith.core.bond.Standing;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;

/// What the view says beside the cards: how the two stand, and what only this person knows.
record Inward(Bond bond, Seat seat, Mine mine, Rules rules, Within within) {
  /// What was opened this long ago is no longer asked about: a screen, not a questionnaire.
  private static final int ASK_BACK = 3;

  /// What would open next in `topic`, if anything can.
  static Optional<Matter> next(Bond bond, Topic topic, Moment now) {
    int ring = bond.openRing(topic, now) + 1;
    if (ring > Ring.INNERMOST) {
      return Optional.empty();
    }
    boolean tonight = bond.evening(now) && ring < Ring.INNERMOST;
    return Optional.of(
        tonight
            ? new Matter.Tonight(topic, new Ring(ring))
            : new Matter.Deeper(topic, new Ring(ring)));
  }

  /// @param shown the exchanges in the view: what was mended is shown with its exchange
  View.Together together(Moment now, List<ExchangeId> shown) {
    Set<ExchangeId> named = new LinkedHashSet<>();
    bond.openRepairs().forEach(repair -> named.add(repair.exchange()));
    named.addAll(shown);
    List<Repairing> repairs = new ArrayList<>();
    for (ExchangeId id : named) {
      bond.repair(id).map(this::repairing).ifPresent(repairs::add);
    }
    Standing standing = bond.standing(now);
    Optional<Boolean> noteIsMine =
        standing instanceof Standing.Over over && over.note().isPresent()
            ? Optional.of(over.by() == seat)
            : Optional.empty();
    return new View.Together(
        standing, bond.evening(now), bond.heavy(), repairs, noteIsMine, bond.outdated());
  }

  private Repairing repairing(Repair repair) {
    return new Repairing(
        repair,
        repair.hurt() == seat,
        rules.sayBack(seat, repair.exchange()),
        rules.own(seat, repair.exchange()));
  }

  View.Own own(Moment now) {
    return new View.Own(
        questions(now),
        within.standing(),
        within.strained(),
        !within.safe(),
        drawer(),
        asides(now));
  }

  private List<Question> questions(Moment now) {
    List<Question> due = new ArrayList<>();
    if (bond.standing(now) instanceof Standing.Over) {
      return due;
    }
    landed(due);
    deeper(due, now);
    if (rules.agree(new Matter.Mended()) instanceof Verdict.Allowed) {
      due.add(new Question.Mended());
    }
    if (rules.agree(new Matter.Resume()) instanceof Verdict.Allowed) {
      due.add(new Question.Resume());
    }
    if (within.safetyDue()) {
      due.add(new Question.Safety());
    }
    return due;
  }

  private void landed(List<Question> due) {
    List<ExchangeId> heard = bond.heard();
    for (ExchangeId id : heard.subList(Math.max(0, heard.size() - ASK_BACK), heard.size())) {
      if (bond.exchange(id).orElse(new Exchange.Gone(id)) instanceof Exchange.Heard one
          && one.shape().tells(seat)
          && !one.answers().of(seat).withdrawn()
          && one.responses().of(seat.other()).isPresent()
          && !within.noted(id)) {
        due.add(new Question.Landed(id));
      }
    }
  }

  /// Asked only where both rules and heart allow; whether one is at ease today is asked before.
  private void deeper(List<Question> due, Moment now) {
    List<Matter> standing = within.standing();
    boolean comfort = false;
    List<Question> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      Optional<Matter> next = next(bond, topic, now).filter(matter -> !standing.contains(matter));
      if (next.isEmpty()
          || rules.agree(next.get()) instanceof Verdict.Refused
          || within.unwilling(topic) instanceof Verdict.Refused) {
        continue;
      }
      comfort |= bond.openRing(topic, now) > 0;
      if (within.yes(next.get()) instanceof Verdict.Allowed) {
        topics.add(new Question.Deeper(topic, new Ring(bond.openRing(topic, now) + 1)));
      }
    }
    if (comfort && within.checkedToday().isEmpty()) {
      due.add(new Question.Comfort());
    }
    due.addAll(topics);
  }

  private List<View.Drawer> drawer() {
    List<View.Drawer> drawer = new ArrayList<>();
    for (Mine.Kept kept : mine.drawer()) {
      drawer.add(
          new View.Drawer(
              kept,
              rules.depth(kept.topic(), kept.ring()),
              rules.stepTo(kept.topic(), kept.ring())));
    }
    return drawer;
  }

  private List<View.Aside> asides(Moment now) {
    List<View.Aside> asides = new ArrayList<>();
    for (Held held : bond.held()) {
      if (held.from() != seat && !mine.thrown().contains(held.exchange())) {
        int open = bond.openRing(held.prompt().topic(), now);
        asides.add(new View.Aside(held, held.prompt().ring().depth() <= open));
      }
    }
    return asides;
  }
}
