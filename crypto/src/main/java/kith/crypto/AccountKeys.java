package kith.crypto;

import kith.crypto.bc.Ed25519;
import kith.crypto.bc.PskHpke;

/// What an account is to itself while it is unlocked: kept in memory, never stored.
///
/// @param kemSeed the X-Wing private key: a seed
/// @param kemPublicKey 1216 bytes
/// @param signSeed the Ed25519 private key: a seed
/// @param signPublicKey 32 bytes
/// @param stateKey the AES key of everything that only this account reads
public record AccountKeys(
    Bytes account,
    int generation,
    Secret kemSeed,
    Bytes kemPublicKey,
    Secret signSeed,
    Bytes signPublicKey,
    Secret stateKey) {

  /// Derives all keys of an account; nothing asymmetric is ever stored.
  public static AccountKeys derive(Account account) {
    return derive(account, Suite.KITH1);
  }

  static AccountKeys derive(Account account, Suite suite) {
    byte[] context =
        new Writer().bytes(account.id().id("an account id")).u32(account.generation()).toArray();
    byte[] kemSeed = suite.derive(account.rootKey(), "account/kem", context);
    byte[] signSeed = suite.derive(account.rootKey(), "account/sign", context);
    return new AccountKeys(
        account.id(),
        account.generation(),
        Secret.of(kemSeed),
        Bytes.of(PskHpke.publicKey(kemSeed)),
        Secret.of(signSeed),
        Bytes.of(Ed25519.publicKey(signSeed)),
        Secret.of(suite.derive(account.rootKey(), "account/state", context)));
  }

  byte[] sign(byte[] message) {
    return Ed25519.sign(signSeed.toArray(), message);
  }
}
