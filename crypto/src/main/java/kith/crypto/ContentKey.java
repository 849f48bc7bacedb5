package kith.crypto;

/// CK of one revision of one answer, bound to that answer's header.
final class ContentKey {

  private final Suite suite;
  private final Secret secret;
  private final byte[] headerHash;

  ContentKey(Suite suite, Secret secret, byte[] headerHash) {
    this.suite = suite;
    this.secret = secret;
    this.headerHash = headerHash.clone();
  }

  /// The key commitment: GCM alone would let one box open to two texts under two keys.
  byte[] commitment() {
    return suite.derive(secret, "answer/commit", headerHash);
  }

  byte[] seal(byte[] padded) {
    return suite.seal(key(), aad(), padded);
  }

  byte[] open(byte[] body) throws Rejected {
    return Suite.open(key(), aad(), body);
  }

  private byte[] key() {
    return suite.derive(secret, "answer/key", headerHash);
  }

  private byte[] aad() {
    return new Writer().bytes(headerHash).bytes(commitment()).toArray();
  }
}
