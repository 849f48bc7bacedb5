package kith.crypto;

/// An account: made once, on the device; only ever stored sealed to an unlocker.
///
/// @param id 16 random bytes
/// @param generation counts root keys from 1
/// @param rootKey ARK, from which every other key of the account is derived
public record Account(Bytes id, int generation, Secret rootKey) {

  /// The generation of every account in this slice. A later generation is signed by the one before
  /// it; that check comes with rotation, and what cannot be checked is refused.
  static final int FIRST_GENERATION = 1;

  /// A new account: random id, random root key, first generation.
  public static Account create() {
    return create(Suite.KITH1);
  }

  static Account create(Suite suite) {
    return new Account(suite.newId(), FIRST_GENERATION, suite.newSecret());
  }
}
