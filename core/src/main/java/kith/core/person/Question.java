package kith.core.person;

import kith.core.bond.ExchangeId;
import kith.core.bond.Ring;
import kith.core.bond.Topic;

/// A private question that is due. Each can be left unanswered; no answer leaves the device.
public sealed interface Question {
  /// How did it land, what I told?
  record Landed(ExchangeId exchange) implements Question {}

  /// Comfortable, and free to say no, today?
  record Comfort() implements Question {}

  /// Would you go one ring deeper here, if they want to as well?
  record Deeper(Topic topic, Ring ring) implements Question {}

  /// Is it mended?
  record Mended() implements Question {}

  /// Go on, if they want to as well?
  record Resume() implements Question {}

  /// Could you say no to them without fear?
  record Safety() implements Question {}
}
