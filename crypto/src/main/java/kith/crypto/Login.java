package kith.crypto;

import kith.crypto.bc.Ed25519;

/// A login to the vault: nothing in it can be used twice, or at another server.
///
/// @param origin the server's, as the client knows it: `https://kith.example`
/// @param nonce 32 bytes that the relay has just given
/// @param at milliseconds since 1970 UTC, by the client's clock
public record Login(String origin, Bytes nonce, long at) {

  /// Whether an unlocker with this login key has signed it.
  public boolean verifies(Bytes vault, Bytes unlocker, Bytes loginKey, Bytes signature) {
    byte[] message = message(vault, unlocker, Suite.KITH1);
    return Ed25519.verifies(loginKey.toArray(), message, signature.toArray());
  }

  /// lab("auth") || SU || lp(origin) || vault || unlocker || nonce || u64 at.
  byte[] message(Bytes vault, Bytes unlocker, Suite suite) {
    return suite
        .record("auth")
        .lp(Utf8.of(origin))
        .bytes(vault.id("a vault id"))
        .bytes(unlocker.id("an unlocker id"))
        .bytes(nonce.exactly(Bytes.KEY, "a nonce"))
        .u64(at)
        .toArray();
  }
}
