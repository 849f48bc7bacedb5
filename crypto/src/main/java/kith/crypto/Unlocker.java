package kith.crypto;

import kith.crypto.bc.PskHpke;

/// A device's unlocker (kind 4): its secret, and whose it is.
///
/// @param secret us: 32 random bytes
/// @param id 16 random bytes
/// @param account the account's id
public record Unlocker(Secret secret, Bytes id, Bytes account) {

  /// The kind byte of a device (1 passkey, 2 passphrase and 3 recovery code come later).
  private static final int DEVICE = 4;

  /// Seals the root key to this unlocker: 1168 bytes.
  public Bytes makeEnvelope(Account owner) {
    return makeEnvelope(owner, Suite.KITH1);
  }

  Bytes makeEnvelope(Account owner, Suite suite) {
    byte[] publicKey = PskHpke.publicKey(seed(suite));
    byte[] rootKey = owner.rootKey().toArray();
    try {
      return Bytes.of(Suite.sealKey(publicKey, sharing(owner.generation(), suite), rootKey));
    } catch (Rejected impossible) {
      throw new IllegalStateException("our own unlocker key was refused", impossible);
    }
  }

  /// Opens the envelope of one generation and gives the account back.
  public Account openEnvelope(int generation, Bytes envelope) throws Rejected {
    return openEnvelope(generation, envelope, Suite.KITH1);
  }

  Account openEnvelope(int generation, Bytes envelope, Suite suite) throws Rejected {
    byte[] rootKey = Suite.openKey(seed(suite), sharing(generation, suite), envelope.toArray());
    Rejected.unless(rootKey.length == Bytes.KEY);
    return new Account(account, generation, Secret.of(rootKey));
  }

  private byte[] seed(Suite suite) {
    return suite.derive(secret, "unlock/kem", context());
  }

  private PskHpke.Sharing sharing(int generation, Suite suite) {
    byte[] psk = suite.derive(secret, "unlock/psk", context());
    byte[] info = suite.record("unlock").bytes(context()).u8(DEVICE).u32(generation).toArray();
    return new PskHpke.Sharing(psk, id.toArray(), info);
  }

  private byte[] context() {
    return new Writer().bytes(account.id("an account id")).bytes(id.id("an unlocker id")).toArray();
  }
}
