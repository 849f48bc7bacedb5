package kith.core.bond;

/// What may happen, judged from the shared state alone. The fold and the decision of each person
/// ask the same rules, so that what one device accepts the other does not set aside.
public final class Rules {
  private final Bond bond;
  private final Moment now;

  /// The rules at one moment. A moment before the bond's last entry counts as that entry's.
  public Rules(Bond bond, Moment now) {
    this.bond = bond;
    this.now = now.orLater(bond.moment());
  }

  /// May `by` do what `event` says?
  public Verdict judge(Seat by, Event event) {
    return switch (event) {
      case Event.Drew drew -> draw(drew);
      case Event.Swapped swapped -> onTable(swapped.exchange());
      case Event.Responded responded -> respond(by, responded.exchange());
      case Event.Unknown() -> refused(Reason.MALFORMED);
    };
  }

  /// May a card be drawn, whichever it is?
  public Verdict draw() {
    return bond.onTable(now).isPresent() ? refused(Reason.CARD_ON_TABLE) : Verdict.ALLOWED;
  }

  private Verdict draw(Event.Drew drew) {
    if (draw() instanceof Verdict.Refused refused) {
      return refused;
    }
    if (bond.exchange(drew.exchange()).isPresent()) {
      return refused(Reason.EXCHANGE_KNOWN);
    }
    int open = bond.openRing(drew.prompt().topic());
    if (open == 0) {
      return refused(Reason.TOPIC_CLOSED);
    }
    return drew.prompt().ring().depth() > open ? refused(Reason.RING_CLOSED) : Verdict.ALLOWED;
  }

  /// Is it the card on the table? Only that can be sealed, swapped or opened.
  public Verdict onTable(ExchangeId exchange) {
    boolean there = bond.onTable(now).filter(card -> card.id().equals(exchange)).isPresent();
    return there ? Verdict.ALLOWED : refused(Reason.NOT_ON_TABLE);
  }

  /// May `by` respond to the other's answer?
  public Verdict respond(Seat by, ExchangeId exchange) {
    return switch (bond.exchange(exchange).orElse(new Exchange.Gone(exchange))) {
      case Exchange.Opened opened ->
          opened.responses().of(by).isPresent()
              ? refused(Reason.ALREADY_RESPONDED)
              : Verdict.ALLOWED;
      case Exchange.Settled settled -> refused(Reason.ALREADY_RESPONDED);
      case Exchange.Drawn drawn -> refused(Reason.NOT_OPENED);
      case Exchange.Gone gone -> refused(Reason.NOT_OPENED);
    };
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(reason);
  }
}
