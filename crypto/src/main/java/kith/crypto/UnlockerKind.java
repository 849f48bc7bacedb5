package kith.crypto;

/// The ways in. Never a passkey alone: one of two unlockers is of another kind.
public enum UnlockerKind {
  /// A passkey with PRF; only browsers have one.
  PASSKEY(1),
  /// Unlock words, generated.
  WORDS(2),
  /// The recovery code, on paper.
  RECOVERY(3),
  /// A device that stays unlocked.
  DEVICE(4);

  private final int number;

  UnlockerKind(int number) {
    this.number = number;
  }

  /// The kind byte.
  int number() {
    return number;
  }
}
