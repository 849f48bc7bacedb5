package kith.crypto;

/// All that the twelve digits depend on.
///
/// @param inviterNonce nI, committed to in the offer and shown in the confirm
/// @param transcript T1, the hash over offer and accept
public record Meeting(
    Bytes bond,
    Bytes inviterNonce,
    Bytes joinerNonce,
    Bytes inviterFingerprint,
    Bytes joinerFingerprint,
    Bytes transcript) {

  /// The spoken check: twelve digits in three groups, the same on both devices.
  public String spokenCheck() {
    return spokenCheck(Suite.KITH1);
  }

  String spokenCheck(Suite suite) {
    byte[] nonces =
        new Writer()
            .bytes(inviterNonce.exactly(Bytes.KEY, "a nonce"))
            .bytes(joinerNonce.exactly(Bytes.KEY, "a nonce"))
            .toArray();
    byte[] context =
        new Writer()
            .bytes(bond.id("a bond id"))
            .bytes(inviterFingerprint.exactly(Bytes.KEY, "a fingerprint"))
            .bytes(joinerFingerprint.exactly(Bytes.KEY, "a fingerprint"))
            .bytes(transcript.exactly(Bytes.KEY, "a transcript"))
            .toArray();
    return Digits.twelve(suite.derive(nonces, "bond/sas", context, Long.BYTES));
  }
}
