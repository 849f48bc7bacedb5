package kith.crypto;

import kith.crypto.bc.Argon2id;

/// Makes the 32 bytes that an unlocker begins with, from what a person or an authenticator has.
public final class UnlockSecret {

  /// The only cost of unlock words: 64 MiB, three passes, four lanes (RFC 9106, second
  /// recommendation). A server names it by this number; whatever else it names is refused, so that
  /// nobody can make the words cheaper to guess.
  public static final int COST = 1;

  /// Bytes of a passkey's PRF output.
  private static final int PRF_BYTES = 32;

  private UnlockSecret() {}

  /// What a passkey's PRF is asked: the same for everybody, and never taken from a server.
  public static byte[] prfInput() {
    return Utf8.of("kith1/prf");
  }

  /// us of a passkey, from the first PRF output.
  public static Secret ofPasskey(byte[] prf) throws Rejected {
    Rejected.unless(prf.length == PRF_BYTES);
    return Secret.of(Suite.KITH1.derive(prf, "us/passkey", new byte[0], Bytes.KEY));
  }

  /// us of unlock words, as they were typed: about a quarter of a second of work.
  ///
  /// @param salt 16 random bytes, made with the words
  /// @param cost as the server names it
  public static Secret ofWords(String typed, Bytes salt, int cost) throws Rejected {
    Rejected.unless(cost == COST && salt.length() == Bytes.ID);
    byte[] words = Utf8.nfc(UnlockWords.read(typed));
    return Secret.of(Argon2id.derive(words, salt.toArray()));
  }

  /// us of a recovery code.
  public static Secret ofRecovery(RecoveryCode code) {
    byte[] secret = code.secret().toArray();
    return Secret.of(Suite.KITH1.derive(secret, "us/recovery", new byte[0], Bytes.KEY));
  }
}
