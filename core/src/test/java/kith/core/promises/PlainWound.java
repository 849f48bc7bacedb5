package kith.core.promises;

import java.util.Optional;
import kith.core.bond.Seat;
import kith.core.bond.Topic;

/// A misstep that was told, in the plain rules.
final class PlainWound {
  final Topic topic;
  final Seat hurt;
  String words;
  Optional<String> back = Optional.empty();
  Optional<String> owned = Optional.empty();
  boolean mended;

  PlainWound(Topic topic, Seat hurt, String words) {
    this.topic = topic;
    this.hurt = hurt;
    this.words = words;
  }
}
