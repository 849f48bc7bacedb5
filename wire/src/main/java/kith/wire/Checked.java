package kith.wire;

/// What a check of something from outside gave: a value, or which field was wrong and why.
public sealed interface Checked<T> {
  /// Well formed.
  record Good<T>(T value) implements Checked<T> {}

  /// Malformed: `field` at fault, and `why` as the rest of a sentence, without any content.
  record Bad<T>(String field, String why) implements Checked<T> {}
}
