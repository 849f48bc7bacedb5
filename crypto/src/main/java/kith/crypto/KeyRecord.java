package kith.crypto;

/// R, the key record: an answer's content key, sealed under the bond key, bound to header and kc.
final class KeyRecord {

  /// Suite, epoch, nonce, content key, tag.
  static final int LENGTH = 1 + Integer.BYTES + Suite.AE_BYTES + Bytes.KEY;

  private final Suite suite;
  private final byte[] headerHash;
  private final byte[] kc;

  KeyRecord(Suite suite, byte[] headerHash, byte[] kc) {
    this.suite = suite;
    this.headerHash = headerHash.clone();
    this.kc = kc.clone();
  }

  Bytes seal(Bond bond, Secret contentKey) {
    int epoch = bond.currentEpoch();
    byte[] sealed = suite.seal(key(bond.keys().getLast(), epoch), aad(epoch), contentKey.toArray());
    return Bytes.of(new Writer().bytes(Suite.SU).u32(epoch).bytes(sealed).toArray());
  }

  Secret open(Bond bond, Bytes record) throws Rejected {
    Rejected.unless(record.length() == LENGTH);
    Reader reader = new Reader(record.toArray()).expect(Suite.SU);
    long epoch = reader.u32();
    return Secret.of(Suite.open(key(bond.key(epoch), epoch), aad(epoch), reader.rest()));
  }

  private byte[] key(Secret bondKey, long epoch) {
    byte[] context = new Writer().u32(epoch).bytes(headerHash).toArray();
    return suite.derive(bondKey, "answer/reveal", context);
  }

  private byte[] aad(long epoch) {
    return new Writer().bytes(suite.lab("reveal")).u32(epoch).bytes(headerHash).bytes(kc).toArray();
  }
}
