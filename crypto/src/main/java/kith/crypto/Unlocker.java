package kith.crypto;

import kith.crypto.bc.Ed25519;
import kith.crypto.bc.PskHpke;

/// A way in: its secret, and whose it is. It opens envelopes and signs for itself.
///
/// @param secret us: 32 bytes, as [UnlockSecret] makes them
/// @param id 16 random bytes
/// @param account the account's id
public record Unlocker(UnlockerKind kind, Secret secret, Bytes id, Bytes account) {

  /// A device's unlocker, with 32 random bytes as its secret.
  public Unlocker(Secret secret, Bytes id, Bytes account) {
    this(UnlockerKind.DEVICE, secret, id, account);
  }

  /// Seals the root key to this unlocker: 1168 bytes.
  public Bytes makeEnvelope(Account owner) {
    return lock().seal(owner);
  }

  /// Opens the envelope of one generation and gives the account back.
  public Account openEnvelope(int generation, Bytes envelope) throws Rejected {
    return openEnvelope(generation, envelope, Suite.KITH1);
  }

  Account openEnvelope(int generation, Bytes envelope, Suite suite) throws Rejected {
    PskHpke.Sharing sharing = Lock.sharing(this, psk(suite), generation, suite);
    byte[] rootKey = Suite.openKey(seed(suite), sharing, envelope.toArray());
    Rejected.unless(rootKey.length == Bytes.KEY);
    return new Account(account, generation, Secret.of(rootKey));
  }

  /// What seals to this unlocker without opening it: for one's own list of unlockers.
  public Lock lock() {
    return lock(Suite.KITH1);
  }

  Lock lock(Suite suite) {
    return new Lock(kind, id, account, Bytes.of(PskHpke.publicKey(seed(suite))), psk(suite));
  }

  private Secret psk(Suite suite) {
    return Secret.of(suite.derive(secret, "unlock/psk", context()));
  }

  /// The Ed25519 public key by which the relay knows this unlocker: 32 bytes.
  public Bytes loginKey() {
    return Bytes.of(Ed25519.publicKey(loginSeed(Suite.KITH1)));
  }

  /// Signs a login: 64 bytes, good for this one nonce only.
  public Bytes sign(Login login) {
    return sign(login, Suite.KITH1);
  }

  Bytes sign(Login login, Suite suite) {
    byte[] message = login.message(VaultRecords.vault(account), id, suite);
    return Bytes.of(Ed25519.sign(loginSeed(suite), message));
  }

  private byte[] loginSeed(Suite suite) {
    return suite.derive(secret, "unlock/auth", context());
  }

  private byte[] seed(Suite suite) {
    return suite.derive(secret, "unlock/kem", context());
  }

  private byte[] context() {
    return new Writer().bytes(account.id("an account id")).bytes(id.id("an unlocker id")).toArray();
  }
}
