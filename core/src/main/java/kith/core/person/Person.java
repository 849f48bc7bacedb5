package kith.core.person;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kith.core.bond.Answer;
import kith.core.bond.Apology;
import kith.core.bond.Bond;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.Exchange;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Prompt;
import kith.core.bond.Reason;
import kith.core.bond.Repair;
import kith.core.bond.Response;
import kith.core.bond.Ring;
import kith.core.bond.Rules;
import kith.core.bond.Seat;
import kith.core.bond.Standing;
import kith.core.bond.Verdict;
import kith.core.deck.Deck;
import kith.core.deck.Offer;
import kith.core.deck.Offers;

/// One person in one bond: takes its entries, shows it, and decides what this person may do. Time
/// and private state come in as arguments and are not kept.
public final class Person {
  private final Seat seat;
  private final Deck deck;
  private final Offers offers;
  private final Bond bond;
  private List<Offer> offered = List.of();
  private long offeredAfter = -1;

  public Person(Seat seat, String seed, Deck deck) {
    this(seat, seed, deck, new Bond(Pace.WEEKS));
  }

  /// The same over a bond without entries that goes by other numbers or another version.
  public Person(Seat seat, String seed, Deck deck, Bond bond) {
    this.seat = seat;
    this.deck = deck;
    this.offers = new Offers(deck, seed);
    this.bond = bond;
  }

  /// Takes the bond's next entry.
  public Verdict take(Entry entry) {
    return bond.take(entry);
  }

  /// What this person sees at `now`, their own clock. A clock that runs ahead can only hide a card
  /// early on their own screen.
  public View view(Mine mine, Moment now) {
    return new Looking(bond, seat, mine, now).view(offered(), this::altered);
  }

  /// They hang on the entries alone, and every look asks for them.
  private List<Offer> offered() {
    if (offeredAfter != bond.entries()) {
      offered = offers.of(bond);
      offeredAfter = bond.entries();
    }
    return offered;
  }

  /// Whether the other's software laid other words, or another depth, under a name of this deck.
  private boolean altered(Prompt prompt) {
    return deck.prompt(prompt.key())
        .filter(known -> known.key().equals(prompt.key()))
        .filter(known -> known.language().equals(prompt.language()) && !known.equals(prompt))
        .isPresent();
  }

  /// Whether this person may do it at `now`, and the events that do it.
  public Decision decide(Command command, Mine mine, Moment now) {
    Rules rules = new Rules(bond, now);
    if (bond.outdated() && !leaves(command)) {
      return new Decision.Refused(Reason.VERSION_UNKNOWN);
    }
    return switch (command) {
      case Command.Draw draw -> draw(rules, draw);
      case Command.Write write -> judged(rules, new Event.Drew(write.exchange(), write.prompt()));
      case Command.Offer offer -> offer(rules, offer, now);
      case Command.Ask ask -> judged(rules, new Event.Asked(ask.exchange(), ask.prompt()));
      case Command.Swap swap -> judged(rules, new Event.Swapped(swap.exchange()));
      case Command.Seal seal -> seal(rules, seal, now);
      case Command.Respond respond -> respond(rules, respond);
      case Command.Withdraw withdraw ->
          judged(rules, new Event.Withdrew(withdraw.exchange(), withdraw.part()));
      case Command.StepBack back ->
          judged(rules, new Event.SteppedBack(back.topic(), back.depth()));
      case Command.Rest rest -> judged(rules, new Event.Rested(rest.until()));
      case Command.Tell tell ->
          fitting(tell.words(), Repair.LONGEST_WORDS, 0)
              .orElseGet(
                  () ->
                      judged(rules, new Event.Told(tell.exchange(), tell.misstep(), tell.words())));
      case Command.SayBack said ->
          fitting(said.words(), Repair.LONGEST_WORDS, 1)
              .orElseGet(() -> judged(rules, new Event.SaidBack(said.exchange(), said.words())));
      case Command.Own own -> own(rules, own);
      case Command.EndEvening() -> judged(rules, new Event.EveningEnded());
      case Command.End end -> end(rules, end);
      case Command.WithdrawNote() -> judged(rules, new Event.NoteWithdrawn());
      case Command.Vote vote -> silently(new Within(bond, mine, rules, now).yes(vote.matter()));
      case Command.Speak() -> judged(rules, new Event.Speaks(Bond.VERSION));
    };
  }

  /// What must be possible even on software that is too old to follow.
  private static boolean leaves(Command command) {
    return command instanceof Command.Rest
        || command instanceof Command.End
        || command instanceof Command.StepBack
        || command instanceof Command.Swap
        || command instanceof Command.Withdraw
        || command instanceof Command.WithdrawNote;
  }

  private Decision draw(Rules rules, Command.Draw draw) {
    Optional<Prompt> prompt = deck.prompt(draw.prompt());
    return prompt.isEmpty()
        ? new Decision.Refused(Reason.PROMPT_UNKNOWN)
        : judged(rules, new Event.Drew(draw.exchange(), prompt.get()));
  }

  private Decision offer(Rules rules, Command.Offer offer, Moment now) {
    Event event = new Event.Offered(offer.exchange(), offer.prompt(), offer.returns());
    if (rules.judge(seat, event) instanceof Verdict.Refused(Reason reason)) {
      return new Decision.Refused(reason);
    }
    return new Guards(bond, seat, now).tooMuch(offer.prompt())
            instanceof Verdict.Refused(Reason reason)
        ? new Decision.Refused(reason)
        : new Decision.Accepted(List.of(event));
  }

  private Decision seal(Rules rules, Command.Seal seal, Moment now) {
    if (rules.seal(seal.exchange()) instanceof Verdict.Refused(Reason reason)) {
      return new Decision.Refused(reason);
    }
    Exchange.Waiting waiting =
        bond.onTable(seal.exchange(), now.orLater(bond.moment())).orElseThrow();
    if (!waiting.shape().tells(seat)) {
      return seal.length().orElse(0) > 0
          ? new Decision.Refused(Reason.WORDS_TOO_LONG)
          : new Decision.Accepted(List.of());
    }
    boolean spoken =
        bond.evening(now.orLater(bond.moment()))
            && waiting.prompt().ring().depth() < Ring.INNERMOST;
    if (!spoken && seal.length().orElse(1) == 0) {
      return new Decision.Refused(Reason.WORDS_MISSING);
    }
    return seal.length().orElse(0) > Answer.LONGEST_WORDS
        ? new Decision.Refused(Reason.WORDS_TOO_LONG)
        : spoken
            ? new Decision.Accepted(List.of())
            : silently(new Guards(bond, seat, now).tooSoon(waiting.prompt().ring(), seal.since()));
  }

  private Decision respond(Rules rules, Command.Respond respond) {
    Response response = respond.response();
    Hearing hearing = new Hearing(bond, rules, seat);
    if (hearing.respond(respond.exchange()) instanceof Verdict.Refused(Reason reason)) {
      return new Decision.Refused(reason);
    }
    if (response.isEmpty()) {
      return new Decision.Refused(Reason.WORDS_MISSING);
    }
    return response.words().length() > Response.LONGEST_WORDS
        ? new Decision.Refused(Reason.WORDS_TOO_LONG)
        : judged(rules, new Event.Responded(respond.exchange(), response));
  }

  private Decision own(Rules rules, Command.Own own) {
    Apology apology = own.apology();
    return fitting(apology.own(), Repair.LONGEST_WORDS, 1)
        .or(() -> fitting(apology.differently(), Repair.LONGEST_WORDS, 0))
        .or(() -> fitting(apology.regret(), Repair.LONGEST_WORDS, 0))
        .orElseGet(() -> judged(rules, new Event.Owned(own.exchange(), apology)));
  }

  private Decision end(Rules rules, Command.End end) {
    Event ended = new Event.Ended(end.note(), end.takeBack());
    if (rules.notEnded() instanceof Verdict.Refused(Reason reason)) {
      return new Decision.Refused(reason);
    }
    Optional<Decision> unfit = fitting(end.note(), Standing.Over.LONGEST_NOTE, 0);
    if (unfit.isPresent() || !end.later()) {
      return unfit.orElse(new Decision.Accepted(List.of(ended)));
    }
    Event rest = new Event.Rested(OptionalLong.empty());
    boolean resting = rules.judge(seat, rest) instanceof Verdict.Refused;
    return new Decision.Accepted(resting ? List.of() : List.of(rest), List.of(ended));
  }

  private static Optional<Decision> fitting(String words, int most, int least) {
    if (least > 0 && Response.blank(words)) {
      return Optional.of(new Decision.Refused(Reason.WORDS_MISSING));
    }
    return words.length() > most
        ? Optional.of(new Decision.Refused(Reason.WORDS_TOO_LONG))
        : Optional.empty();
  }

  private static Decision silently(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed() -> new Decision.Accepted(List.of());
      case Verdict.Refused(Reason reason) -> new Decision.Refused(reason);
    };
  }

  private Decision judged(Rules rules, Event event) {
    return switch (rules.judge(seat, event)) {
      case Verdict.Allowed() -> new Decision.Accepted(List.of(event));
      case Verdict.Refused(Reason reason) -> new Decision.Refused(reason);
    };
  }
}
