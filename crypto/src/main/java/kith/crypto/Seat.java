package kith.crypto;

/// The two seats of a bond; nothing prefers one.
public enum Seat {
  /// Seat 0: who invited.
  INVITER,
  /// Seat 1: who joined.
  JOINER;

  int number() {
    return this == INVITER ? 0 : 1;
  }
}
