package kith.core.bond;

/// What one person did that both can see. Who did it stands in the entry, and goes no further than
/// the rules need it.
public sealed interface Event {
  /// A prompt was laid on the table.
  record Drew(ExchangeId exchange, Prompt prompt) implements Event {}

  /// The card on the table was put back.
  record Swapped(ExchangeId exchange) implements Event {}

  /// The other's answer was responded to.
  record Responded(ExchangeId exchange, Response response) implements Event {}

  /// An event of a kind, or in a form, that this version does not know.
  record Unknown() implements Event {}
}
