package kith.crypto;

/// Seals and opens records of one's own state for the local store; they stay here, unpadded.
public final class LocalState {

  private final AccountKeys keys;
  private final Suite suite;

  public LocalState(AccountKeys keys) {
    this(keys, Suite.KITH1);
  }

  /// With random bytes of the suite's own source.
  public LocalState(AccountKeys keys, Suite suite) {
    this.keys = keys;
    this.suite = suite;
  }

  /// Which record it is; the version rises with each change.
  public record Place(String name, long version) {}

  /// Seals a record.
  public Bytes seal(Place place, byte[] content) {
    return Bytes.own(suite.sealAfter(Suite.SU, keys.stateKey().toArray(), aad(place), content));
  }

  /// Opens a record; that the version is not an older one is for the caller to see.
  public byte[] open(Place place, Bytes box) throws Rejected {
    byte[] sealed = new Reader(box.toArray()).expect(Suite.SU).rest();
    return Suite.open(keys.stateKey().toArray(), aad(place), sealed);
  }

  private byte[] aad(Place place) {
    return suite
        .record("state")
        .bytes(keys.account().id("an account id"))
        .u32(keys.generation())
        .lp(Utf8.nfc(place.name()))
        .u64(place.version())
        .toArray();
  }
}
