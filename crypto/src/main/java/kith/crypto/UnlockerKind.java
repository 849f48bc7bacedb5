package kith.crypto;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /// The kind byte, in boxes as on the wire.
  public int number() {
    return number;
  }

  /// Its name where it stands in a text: `passkey`, `words`, `recovery`, `device`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of that name, if it is one.
  public static Optional<UnlockerKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
