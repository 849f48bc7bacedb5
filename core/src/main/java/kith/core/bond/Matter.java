package kith.core.bond;

/// What both can say yes to. Each is a gate of its own; a lone yes is in no entry.
public sealed interface Matter {
  /// That a topic opens one ring deeper, to `ring`; ring 1: that a closed topic opens.
  record Deeper(Topic topic, Ring ring) implements Matter {}

  /// The same, for this evening only.
  record Tonight(Topic topic, Ring ring) implements Matter {}

  /// That a resting bond goes on.
  record Resume() implements Matter {}

  /// That what went amiss is mended.
  record Mended() implements Matter {}

  /// An evening together.
  record Evening() implements Matter {}
}
