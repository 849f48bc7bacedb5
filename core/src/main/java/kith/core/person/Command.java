package kith.core.person;

import java.util.OptionalInt;
import kith.core.bond.ExchangeId;
import kith.core.bond.Response;

/// What a person would like to do.
public sealed interface Command {
  /// Lay a prompt of the deck on the table, under a fresh name.
  record Draw(ExchangeId exchange, String prompt) implements Command {}

  /// Put the card on the table back, without a reason.
  record Swap(ExchangeId exchange) implements Command {}

  /// Seal an answer, or seal it anew: private, so it makes no event.
  ///
  /// @param length of the answer, in UTF-16 code units, if it is known already
  record Seal(ExchangeId exchange, OptionalInt length) implements Command {}

  /// Respond to the other's answer.
  record Respond(ExchangeId exchange, Response response) implements Command {}
}
