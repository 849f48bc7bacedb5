package kith.crypto;

/// An account: made once, on the device; only ever stored sealed to an unlocker.
///
/// @param id 16 random bytes
/// @param generation counts root keys from 1
/// @param rootKey ARK, from which every other key of the account is derived
public record Account(Bytes id, int generation, Secret rootKey) {

  /// The generation of a new account. A later one is signed by the one before it.
  static final int FIRST_GENERATION = 1;

  /// A new account: random id, random root key, first generation.
  public static Account create() {
    return create(Suite.KITH1);
  }

  /// A new account from the suite's own source of random bytes.
  public static Account create(Suite suite) {
    return new Account(suite.newId(), FIRST_GENERATION, suite.newSecret());
  }

  /// The same account under a new root key, one generation on: what whoever copied the old root
  /// key does not have.
  public Account next(Suite suite) {
    return new Account(id, generation + 1, suite.newSecret());
  }
}
