package kith.core.person;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Prompt;
import kith.core.bond.Reason;
import kith.core.bond.Response;
import kith.core.bond.Rules;
import kith.core.bond.Seat;
import kith.core.bond.Verdict;
import kith.core.deck.Deck;
import kith.core.deck.Offers;

/// One person in one bond: takes its entries, shows it, and decides what this person may do. Time
/// and private state come in as arguments and are not kept.
public final class Person {
  private final Seat seat;
  private final Deck deck;
  private final Offers offers;
  private final Bond bond = new Bond(Pace.WEEKS);

  public Person(Seat seat, String seed, Deck deck) {
    this.seat = seat;
    this.deck = deck;
    this.offers = new Offers(deck, seed);
  }

  /// Takes the bond's next entry.
  public Verdict take(Entry entry) {
    return bond.take(entry);
  }

  /// What this person sees at `now`, their own clock. A clock that runs ahead can only hide a card
  /// early on their own screen.
  public View view(Mine mine, Moment now) {
    return new Looking(bond, seat, mine, now).view(offers.of(bond));
  }

  /// Whether this person may do it at `now`, and the events that do it.
  public Decision decide(Command command, Moment now) {
    Rules rules = new Rules(bond, now);
    return switch (command) {
      case Command.Draw draw -> draw(rules, draw);
      case Command.Swap swap -> judged(rules, new Event.Swapped(swap.exchange()));
      case Command.Seal seal -> seal(rules, seal);
      case Command.Respond respond -> respond(rules, respond);
    };
  }

  private Decision draw(Rules rules, Command.Draw draw) {
    Optional<Prompt> prompt = deck.prompt(draw.prompt());
    return prompt.isEmpty()
        ? new Decision.Refused(Reason.PROMPT_UNKNOWN)
        : judged(rules, new Event.Drew(draw.exchange(), prompt.get()));
  }

  private Decision seal(Rules rules, Command.Seal seal) {
    if (rules.onTable(seal.exchange()) instanceof Verdict.Refused(Reason reason)) {
      return new Decision.Refused(reason);
    }
    OptionalInt length = seal.length();
    if (length.isPresent() && length.getAsInt() == 0) {
      return new Decision.Refused(Reason.WORDS_MISSING);
    }
    return length.orElse(0) > Answer.LONGEST_WORDS
        ? new Decision.Refused(Reason.WORDS_TOO_LONG)
        : new Decision.Accepted(List.of());
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

  private Decision judged(Rules rules, Event event) {
    return switch (rules.judge(seat, event)) {
      case Verdict.Allowed() -> new Decision.Accepted(List.of(event));
      case Verdict.Refused(Reason reason) -> new Decision.Refused(reason);
    };
  }
}
