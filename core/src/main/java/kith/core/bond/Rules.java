package kith.core.bond;

import java.util.Optional;

/// What may happen, judged from the shared state alone. The fold and the decision of each person
/// ask the same rules, so that what one device accepts the other does not set aside.
public final class Rules {
  private final Bond bond;
  private final Moment now;
  private final Deepening deepening;

  /// The rules at one moment. A moment before the bond's last entry counts as that entry's.
  public Rules(Bond bond, Moment now) {
    this.bond = bond;
    this.now = now.orLater(bond.moment());
    this.deepening = new Deepening(bond, this.now.day());
  }

  /// May `by` do what `event` says?
  public Verdict judge(Seat by, Event event) {
    return switch (event) {
      case Event.Drew drew -> draw(drew);
      case Event.Offered offered -> offer(by, offered);
      case Event.Asked asked -> ask(asked);
      case Event.Swapped swapped -> onTable(swapped.exchange());
      case Event.Responded responded -> respond(by, responded.exchange());
      case Event.Withdrew withdrew -> new Withdrawing(bond, now).judge(by, withdrew);
      case Event.SteppedBack back -> stepBack(back.topic(), back.depth());
      case Event.Rested rested -> rest(rested);
      case Event.Told told -> tell(told.exchange());
      case Event.SaidBack said -> sayBack(by, said.exchange());
      case Event.Owned owned -> own(by, owned.exchange());
      case Event.EveningEnded() -> evening(true);
      case Event.Ended ended -> notEnded();
      case Event.NoteWithdrawn() -> note(by);
      case Event.Speaks speaks ->
          speaks.version() > bond.version(by) ? notEnded() : refused(Reason.VERSION_UNKNOWN);
      case Event.Since since ->
          since.version() <= bond.common() && !bond.outdated()
              ? judge(by, since.event())
              : refused(Reason.VERSION_UNKNOWN);
      case Event.Unknown() -> refused(Reason.MALFORMED);
    };
  }

  /// Does the bond go on?
  public Verdict goesOn() {
    return switch (bond.standing(now)) {
      case Standing.GoesOn goes -> Verdict.ALLOWED;
      case Standing.Rests rests -> refused(Reason.RESTING);
      case Standing.Over over -> refused(Reason.ENDED);
    };
  }

  /// May this still be done: rest, step back, end?
  public Verdict notEnded() {
    return bond.standing(now) instanceof Standing.Over ? refused(Reason.ENDED) : Verdict.ALLOWED;
  }

  /// May a card be drawn, whichever it is?
  public Verdict draw() {
    if (goesOn() instanceof Verdict.Refused refused) {
      return refused;
    }
    return bond.onTable(now).isPresent() ? refused(Reason.CARD_ON_TABLE) : Verdict.ALLOWED;
  }

  private Verdict draw(Event.Drew drew) {
    if (draw() instanceof Verdict.Refused refused) {
      return refused;
    }
    return fresh(drew.exchange()) instanceof Verdict.Refused refused
        ? refused
        : within(drew.prompt());
  }

  private Verdict fresh(ExchangeId exchange) {
    return bond.exchange(exchange).isPresent() ? refused(Reason.EXCHANGE_KNOWN) : Verdict.ALLOWED;
  }

  /// Is what it asks for open, and is it not too much for one day?
  private Verdict within(Prompt prompt) {
    return depth(prompt.topic(), prompt.ring()) instanceof Verdict.Refused refused
        ? refused
        : paced(prompt.ring());
  }

  /// Is the topic open that deep?
  public Verdict depth(Topic topic, Ring ring) {
    int open = bond.openRing(topic, now);
    if (open == 0) {
      return refused(Reason.TOPIC_CLOSED);
    }
    return ring.depth() > open ? refused(Reason.RING_CLOSED) : Verdict.ALLOWED;
  }

  /// May a first step go that deep?
  public Verdict stepTo(Topic topic, Ring ring) {
    boolean ahead = bond.openRing(topic, now) > 0 && mayGoAhead(topic, ring);
    return ahead ? Verdict.ALLOWED : depth(topic, ring);
  }

  /// Not too much in a day. An evening waives this up to ring 3, as it waives all time.
  private Verdict paced(Ring ring) {
    boolean core = ring.depth() == Ring.INNERMOST;
    if (ring.depth() < Shape.HELD_FROM || (!core && bond.evening(now))) {
      return Verdict.ALLOWED;
    }
    if (core && (bond.deep().lastCoreDay() == now.day() || onTableFrom(Ring.INNERMOST) > 0)) {
      return refused(Reason.TOO_SOON);
    }
    long today = bond.deep().on(now.day()) + onTableFrom(Shape.HELD_FROM);
    return today >= bond.pace().table().deepADay() ? refused(Reason.TOO_FAST) : Verdict.ALLOWED;
  }

  private long onTableFrom(int ring) {
    return bond.table().all().stream()
        .filter(waiting -> waiting.prompt().ring().depth() >= ring)
        .filter(waiting -> bond.onTable(waiting.id(), now).isPresent())
        .count();
  }

  /// May an offer or a question be laid beside the card, whichever it is?
  public Verdict beside() {
    if (goesOn() instanceof Verdict.Refused refused) {
      return refused;
    }
    return bond.besideTable(now).isPresent() ? refused(Reason.OFFER_ON_TABLE) : Verdict.ALLOWED;
  }

  private Verdict beside(ExchangeId exchange, Prompt prompt) {
    if (beside() instanceof Verdict.Refused refused) {
      return refused;
    }
    if (fresh(exchange) instanceof Verdict.Refused refused) {
      return refused;
    }
    return prompt.own() ? Verdict.ALLOWED : refused(Reason.NOT_ONES_OWN);
  }

  private Verdict offer(Seat by, Event.Offered offered) {
    if (beside(offered.exchange(), offered.prompt()) instanceof Verdict.Refused refused) {
      return refused;
    }
    Verdict within = within(offered.prompt());
    boolean tooDeep =
        within instanceof Verdict.Refused(Reason reason) && reason == Reason.RING_CLOSED;
    boolean mayGoAhead =
        offered.returns().isPresent()
            ? answers(by, offered.returns().get(), offered.prompt())
            : mayGoAhead(offered.prompt().topic(), offered.prompt().ring());
    return tooDeep && mayGoAhead ? paced(offered.prompt().ring()) : within;
  }

  /// One ring beyond what is open for good, now and then: an evening is no step to the next ring.
  private boolean mayGoAhead(Topic topic, Ring ring) {
    return ring.depth() == bond.rings().lasting(topic) + 1
        && bond.settledSinceStep() >= bond.pace().table().stepEvery()
        && !bond.repairOpen()
        && !bond.rings().frozen(topic, now.day(), bond.pace().deeper());
  }

  /// As deep as the step that it answers, unless somebody has stepped back since.
  private boolean answers(Seat by, ExchangeId step, Prompt prompt) {
    return bond.exchange(step).orElse(new Exchange.Gone(step)) instanceof Exchange.Heard heard
        && heard.shape().kind() == Kind.FIRST_STEP
        && heard.shape().tells(by.other())
        && heard.prompt().topic() == prompt.topic()
        && heard.prompt().ring().depth() >= prompt.ring().depth()
        && prompt.ring().depth() <= bond.rings().lasting(prompt.topic()) + 1
        && !bond.isReturned(step)
        && !bond.repairOpen()
        && !bond.rings().frozen(prompt.topic(), now.day(), bond.pace().deeper());
  }

  private Verdict ask(Event.Asked asked) {
    if (beside(asked.exchange(), asked.prompt()) instanceof Verdict.Refused refused) {
      return refused;
    }
    boolean passed =
        bond.passedOn(asked.prompt().text())
            .filter(day -> now.day() - day < bond.pace().table().askAgainDays())
            .isPresent();
    return passed ? refused(Reason.ASKED_BEFORE) : within(asked.prompt());
  }

  /// Does it lie on the table? Only that can be sealed, swapped or opened.
  public Verdict onTable(ExchangeId exchange) {
    return bond.onTable(exchange, now).isPresent() ? Verdict.ALLOWED : refused(Reason.NOT_ON_TABLE);
  }

  /// May this person still seal, or seal anew? Not once both are bound.
  public Verdict seal(ExchangeId exchange) {
    return bond.onTable(exchange, now).filter(Exchange.Drawn.class::isInstance).isPresent()
        ? Verdict.ALLOWED
        : refused(Reason.NOT_ON_TABLE);
  }

  Verdict bind(ExchangeId exchange) {
    return seal(exchange) instanceof Verdict.Allowed
            && bond.onTable(exchange, now).filter(one -> one.shape().held()).isPresent()
        ? Verdict.ALLOWED
        : refused(Reason.NOT_ON_TABLE);
  }

  Verdict open(ExchangeId exchange) {
    Exchange waiting =
        bond.onTable(exchange, now).<Exchange>map(one -> one).orElse(new Exchange.Gone(exchange));
    boolean ready =
        switch (waiting) {
          case Exchange.Drawn drawn -> !drawn.shape().held();
          case Exchange.Committed committed -> true;
          case Exchange.Heard heard -> false;
          case Exchange.Gone gone -> false;
        };
    return ready ? Verdict.ALLOWED : refused(Reason.NOT_ON_TABLE);
  }

  /// May `by` respond to the other's answer?
  public Verdict respond(Seat by, ExchangeId exchange) {
    if (!(bond.exchange(exchange).orElse(new Exchange.Gone(exchange))
            instanceof Exchange.Heard heard)
        || !heard.shape().tells(by.other())) {
      return refused(Reason.NOT_OPENED);
    }
    if (heard.responses().of(by).isPresent()) {
      return refused(Reason.ALREADY_RESPONDED);
    }
    return heard.answers().of(by.other()).withdrawn() ? refused(Reason.TAKEN_BACK) : goesOn();
  }

  /// May the topic be closed to `depth`?
  public Verdict stepBack(Topic topic, int depth) {
    if (notEnded() instanceof Verdict.Refused refused) {
      return refused;
    }
    return depth < bond.openRing(topic, now) ? Verdict.ALLOWED : refused(Reason.NOT_DEEPER);
  }

  private Verdict rest(Event.Rested rested) {
    if (rested.until().isPresent() && rested.until().getAsLong() < now.day()) {
      return refused(Reason.TOO_SOON);
    }
    return switch (bond.standing(now)) {
      case Standing.GoesOn goes -> Verdict.ALLOWED;
      case Standing.Over over -> refused(Reason.ENDED);
      case Standing.Rests rests ->
          longer(rests, rested) ? Verdict.ALLOWED : refused(Reason.RESTING);
    };
  }

  private static boolean longer(Standing.Rests before, Event.Rested after) {
    return before.until().isPresent()
        && after.until().orElse(Long.MAX_VALUE) > before.until().getAsLong();
  }

  /// May a misstep be told of that exchange?
  public Verdict tell(ExchangeId exchange) {
    if (goesOn() instanceof Verdict.Refused refused) {
      return refused;
    }
    if (bond.repair(exchange).isPresent()) {
      return refused(Reason.TOLD_BEFORE);
    }
    return bond.exchange(exchange).orElse(new Exchange.Gone(exchange)) instanceof Exchange.Heard
        ? Verdict.ALLOWED
        : refused(Reason.NOT_OPENED);
  }

  /// May `by` say back what they heard?
  public Verdict sayBack(Seat by, ExchangeId exchange) {
    return repairing(by, exchange, false);
  }

  /// May `by` own what went amiss?
  public Verdict own(Seat by, ExchangeId exchange) {
    return repairing(by, exchange, true);
  }

  private Verdict repairing(Seat by, ExchangeId exchange, boolean heard) {
    if (goesOn() instanceof Verdict.Refused refused) {
      return refused;
    }
    Optional<Repair> open = bond.repair(exchange).filter(one -> !one.mended());
    if (open.isEmpty()) {
      return refused(Reason.NOTHING_TO_MEND);
    }
    Repair repair = open.get();
    if (repair.hurt() == by) {
      return refused(Reason.FOR_THE_OTHER);
    }
    return repair.saidBack().isPresent() == heard && repair.apology().isEmpty()
        ? Verdict.ALLOWED
        : refused(Reason.NOT_YET);
  }

  private Verdict evening(boolean wanted) {
    if (goesOn() instanceof Verdict.Refused refused) {
      return refused;
    }
    boolean on = bond.evening(now);
    if (on == wanted) {
      return Verdict.ALLOWED;
    }
    return refused(on ? Reason.EVENING_ALREADY : Reason.NO_EVENING);
  }

  private Verdict note(Seat by) {
    return bond.standing(now) instanceof Standing.Over over
            && over.by() == by
            && over.note().isPresent()
        ? Verdict.ALLOWED
        : refused(Reason.NOTHING_THERE);
  }

  Verdict agree(Entry.Agreed agreed) {
    return agreed.yes().zero() && agreed.yes().one()
        ? agree(agreed.matter())
        : refused(Reason.NOT_BOTH);
  }

  /// May both agree on this now?
  public Verdict agree(Matter matter) {
    if (matter instanceof Matter.Resume) {
      return resume();
    }
    if (goesOn() instanceof Verdict.Refused refused) {
      return refused;
    }
    return switch (matter) {
      case Matter.Deeper(Topic topic, Ring ring) -> deepening.lasting(topic, ring.depth());
      case Matter.Tonight(Topic topic, Ring ring) ->
          bond.evening(now) ? deepening.tonight(topic, ring.depth()) : refused(Reason.NO_EVENING);
      case Matter.Mended() -> mended();
      case Matter.Evening() -> evening(false);
      case Matter.Resume() -> resume();
    };
  }

  /// Only once the hurt person was heard: whatever hurt has been said back.
  private Verdict mended() {
    if (!bond.repairOpen()) {
      return refused(Reason.NOTHING_TO_MEND);
    }
    return bond.mending().allSaidBack() ? Verdict.ALLOWED : refused(Reason.NOT_YET);
  }

  private Verdict resume() {
    return switch (bond.standing(now)) {
      case Standing.GoesOn goes -> refused(Reason.NOT_RESTING);
      case Standing.Rests rests -> Verdict.ALLOWED;
      case Standing.Over over -> refused(Reason.ENDED);
    };
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(reason);
  }
}
