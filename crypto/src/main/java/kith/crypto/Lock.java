package kith.crypto;

import kith.crypto.bc.PskHpke;

/// The public half of an unlocker, and what it shares: enough to seal a root key to it, not to open
/// one. The list of them lives in one's own sealed state, so that a new generation reaches paper
/// and passkeys without touching them, and so that nobody else can slip a key in.
///
/// @param publicKey 1216 bytes
/// @param psk known to the unlocker and to this list
public record Lock(UnlockerKind kind, Bytes id, Bytes account, Bytes publicKey, Secret psk) {

  /// Seals a root key to this unlocker: 1168 bytes.
  public Bytes seal(Account owner) {
    return seal(owner, Suite.KITH1);
  }

  Bytes seal(Account owner, Suite suite) {
    byte[] rootKey = owner.rootKey().toArray();
    PskHpke.Sharing sharing = sharing(owner.generation(), suite);
    try {
      return Bytes.of(Suite.sealKey(publicKey.toArray(), sharing, rootKey));
    } catch (Rejected impossible) {
      throw new IllegalStateException("our own unlocker key was refused", impossible);
    }
  }

  private PskHpke.Sharing sharing(int generation, Suite suite) {
    return sharing(psk, info(new Place(kind, id, account, generation), suite), id);
  }

  /// What the unlocker itself shares with its lock: it needs no public key for it.
  static PskHpke.Sharing sharing(Unlocker way, Secret psk, int generation, Suite suite) {
    Place place = new Place(way.kind(), way.id(), way.account(), generation);
    return sharing(psk, info(place, suite), way.id());
  }

  private static PskHpke.Sharing sharing(Secret psk, byte[] info, Bytes id) {
    return new PskHpke.Sharing(psk.toArray(), id.toArray(), info);
  }

  /// info = lab("unlock") || SU || account || unlocker || u8 kind || u32 generation.
  private static byte[] info(Place place, Suite suite) {
    return suite
        .record("unlock")
        .bytes(place.account().id("an account id"))
        .bytes(place.id().id("an unlocker id"))
        .u8(place.kind().number())
        .u32(place.generation())
        .toArray();
  }

  private record Place(UnlockerKind kind, Bytes id, Bytes account, int generation) {}
}
