package kith.relay.log;

import kith.wire.Problem;

/// What became of a request: done and durable, or refused with the reason's name.
public sealed interface Outcome<T> {
  /// Done; what was written is durable.
  record Done<T>(T value) implements Outcome<T> {}

  /// Refused; nothing was written.
  record Refused<T>(Problem problem) implements Outcome<T> {}
}
