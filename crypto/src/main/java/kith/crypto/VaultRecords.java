package kith.crypto;

import java.util.Arrays;

/// Seals and opens the records of one's vault on a relay: padded, under ids that say nothing.
///
/// A version is bound to its box, so that the relay cannot show an older box as a newer one; that
/// it shows the newest is for the reader's own memory of versions to hold it to.
public final class VaultRecords {

  /// The most bytes of content that one record holds.
  public static final int MOST_BYTES = Padding.mostText(1 + Suite.AE_BYTES, Padding.BODY_SIZES);

  private static final int OVERHEAD = 1 + Suite.AE_BYTES;

  private final AccountKeys keys;
  private final Suite suite;

  public VaultRecords(AccountKeys keys, Suite suite) {
    this.keys = keys;
    this.suite = suite;
  }

  /// The vault's id on the relay: whoever knows the account's id can find it, and nobody can open
  /// it for that.
  public static Bytes vault(Bytes account) {
    byte[] hash = Suite.hash(Suite.KITH1.record("vault").bytes(account.id("an id")).toArray());
    return Bytes.of(Arrays.copyOf(hash, Bytes.ID));
  }

  /// The id of a record: D(state key, "vault/id", lp(name), 16).
  public Bytes id(String name) {
    byte[] context = new Writer().lp(Utf8.nfc(name)).toArray();
    return Bytes.of(suite.derive(keys.stateKey().toArray(), "vault/id", context, Bytes.ID));
  }

  /// Seals a record: 1024, 4096, 16384 or 65536 bytes.
  public Bytes seal(LocalState.Place place, byte[] content) {
    byte[] padded = Padding.pad(content, OVERHEAD, Padding.BODY_SIZES);
    Bytes id = id(place.name());
    byte[] sealed = suite.seal(key(id), aad(id, place.version()), padded);
    return Bytes.of(new Writer().bytes(Suite.SU).bytes(sealed).toArray());
  }

  /// Opens a record that the relay shows under this version.
  public byte[] open(LocalState.Place place, Bytes box) throws Rejected {
    return openAt(id(place.name()), place.version(), box);
  }

  /// The same by the id under which it lies: a new device does not know yet what there is.
  public byte[] openAt(Bytes id, long version, Bytes box) throws Rejected {
    Rejected.unless(Padding.BODY_SIZES.contains(box.length()) && id.length() == Bytes.ID);
    byte[] sealed = new Reader(box.toArray()).expect(Suite.SU).rest();
    return Padding.content(Suite.open(key(id), aad(id, version), sealed));
  }

  private byte[] key(Bytes id) {
    return suite.derive(keys.stateKey(), "vault/box", id.toArray());
  }

  private byte[] aad(Bytes id, long version) {
    return suite
        .record("vault-record")
        .bytes(keys.account().id("an account id"))
        .u32(keys.generation())
        .bytes(id.toArray())
        .u64(version)
        .toArray();
  }
}
