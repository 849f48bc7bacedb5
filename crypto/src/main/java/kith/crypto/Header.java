package kith.crypto;

/// Hdr: what an answer is bound to. It travels inside boxes only; the relay never sees it.
record Header(Bytes bond, Bytes exchange, Bytes author, int ring, long rev, Bytes promptHash) {

  /// lab("answer") || SU || bond || exchange || author || u8 ring || u32 rev || prompt_hash ||
  /// peer_com, which is zeros: at a presence gate neither knows the other's commitment.
  byte[] toArray(Suite suite) {
    return suite
        .record("answer")
        .bytes(bond.id("a bond id"))
        .bytes(exchange.id("an exchange id"))
        .bytes(author.id("an author id"))
        .u8(ring)
        .u32(rev)
        .bytes(promptHash.exactly(Bytes.KEY, "a prompt hash"))
        .bytes(new byte[Bytes.KEY])
        .toArray();
  }

  /// Hh.
  byte[] hash(Suite suite) {
    return Suite.hash(toArray(suite));
  }
}
