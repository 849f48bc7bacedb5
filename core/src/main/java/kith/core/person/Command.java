package kith.core.person;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kith.core.bond.Apology;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Misstep;
import kith.core.bond.Part;
import kith.core.bond.Prompt;
import kith.core.bond.Response;
import kith.core.bond.Topic;

/// What a person would like to do.
public sealed interface Command {
  /// Lay a prompt of the deck on the table, under a fresh name.
  record Draw(ExchangeId exchange, String prompt) implements Command {}

  /// Lay a prompt of one's own on the table.
  record Write(ExchangeId exchange, Prompt prompt) implements Command {}

  /// Offer to go first; the prompt is a line of what it is about.
  record Offer(ExchangeId exchange, Prompt prompt, Optional<ExchangeId> returns)
      implements Command {}

  /// Ask a question of one's own.
  record Ask(ExchangeId exchange, Prompt prompt) implements Command {}

  /// Put what lies on the table back, without a reason.
  record Swap(ExchangeId exchange) implements Command {}

  /// Seal an answer, or seal it anew: private, so it makes no event. Of the one who only listens:
  /// that they are ready.
  ///
  /// @param length of the answer, in UTF-16 code units, if it is known already
  /// @param since when its words were last changed, in milliseconds since 1970 UTC
  record Seal(ExchangeId exchange, OptionalInt length, OptionalLong since) implements Command {}

  /// Respond to the other's answer.
  record Respond(ExchangeId exchange, Response response) implements Command {}

  /// Take own words back.
  record Withdraw(ExchangeId exchange, Part part) implements Command {}

  /// Close a topic to a ring, 0 being wholly.
  record StepBack(Topic topic, int depth) implements Command {}

  /// Let the bond rest, until a day or until both resume it.
  record Rest(OptionalLong until) implements Command {}

  /// Tell a misstep.
  record Tell(ExchangeId exchange, Misstep misstep, String words) implements Command {}

  /// Say back what one heard.
  record SayBack(ExchangeId exchange, String words) implements Command {}

  /// Own what went amiss.
  record Own(ExchangeId exchange, Apology apology) implements Command {}

  /// End the evening together.
  record EndEvening() implements Command {}

  /// End the bond.
  ///
  /// @param takeBack whether all own words go with it
  /// @param later whether the other is told later; until then it rests
  record End(String note, boolean takeBack, boolean later) implements Command {}

  /// Take the note of the end back.
  record WithdrawNote() implements Command {}

  /// Say yes, privately: makes no event.
  record Vote(Matter matter) implements Command {}

  /// Tell the other's software by which rules mine goes.
  record Speak() implements Command {}
}
