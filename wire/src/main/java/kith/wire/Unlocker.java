package kith.wire;

import org.jspecify.annotations.Nullable;

/// One way into a vault, as the relay knows it: how to check who comes, and the sealed root key to
/// give to them. Nothing here opens anything.
///
/// @param envelope the account's root key, sealed to this unlocker; opaque
/// @param publicKey 32 bytes of Ed25519: whoever has the unlocker's secret signs for it
/// @param salt 16 bytes; of unlock words only
/// @param kdf how words are stretched, a number that clients agree on; 0 for all but words
public record Unlocker(
    UnlockerId id, Kind kind, Box envelope, Box publicKey, @Nullable Box salt, int kdf) {
  /// What a person shows or says to get in (the numbers are those of the key formats).
  public enum Kind {
    PASSKEY(1),
    WORDS(2),
    RECOVERY(3),
    DEVICE(4);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /// As it stands on the wire.
    public int number() {
      return number;
    }

    /// Whether a vault has at most one of these, so that it is found without its id.
    public boolean single() {
      return this == WORDS || this == RECOVERY;
    }
  }

  /// Checks what belongs to the kind.
  public static Checked<Unlocker> check(Unlocker unlocker) {
    boolean words = unlocker.kind() == Kind.WORDS;
    if (words != (unlocker.salt() != null)) {
      return new Checked.Bad<>("salt", "belongs to unlock words, and only to them");
    }
    if (words != unlocker.kdf() > 0) {
      return new Checked.Bad<>("kdf", "belongs to unlock words, and only to them");
    }
    if (unlocker.publicKey().length() != Limits.ED25519_BYTES) {
      return new Checked.Bad<>("public_key", "must be exactly 32 bytes");
    }
    return new Checked.Good<>(unlocker);
  }
}
