package kith.crypto;

import java.util.Arrays;
import kith.crypto.bc.Ed25519;
import kith.crypto.bc.PskHpke;

/// What an account is to its partner: a statement signed by itself, which the partner pins.
///
/// @param created milliseconds since 1970 UTC, by its author's clock
/// @param previous fp of the generation before; zeros in the first
/// @param fingerprint fp = H(K): what is pinned and compared
/// @param signed K and its two signatures: 1448 bytes
public record Statement(
    Bytes account,
    int generation,
    Bytes signPublicKey,
    Bytes kemPublicKey,
    long created,
    Bytes previous,
    Bytes fingerprint,
    Bytes signed) {

  private static final int SIGNATURES_BYTES = 2 * Ed25519.SIGNATURE_BYTES;

  /// Where a generation must stay below, so that it is the same number everywhere.
  private static final long MOST_GENERATIONS = Integer.MAX_VALUE;

  /// Makes and signs the statement of a new account; the same keys and time give the same bytes.
  public static Statement make(AccountKeys keys, long created) {
    return make(keys, created, Suite.KITH1);
  }

  static Statement make(AccountKeys keys, long created, Suite suite) {
    if (keys.generation() != Account.FIRST_GENERATION) {
      throw new IllegalArgumentException("a later generation follows a statement");
    }
    byte[] statement = statement(keys, created, new byte[Bytes.KEY], suite);
    return signed(keys, statement, new byte[Ed25519.SIGNATURE_BYTES], created);
  }

  /// The statement of the next generation, signed by both: only who has the keys before can make
  /// it.
  public static Statement makeNext(Identity before, AccountKeys keys, long created) {
    if (keys.generation() != before.keys().generation() + 1
        || !keys.account().equals(before.keys().account())) {
      throw new IllegalArgumentException("the very next generation of the same account is needed");
    }
    byte[] fingerprint = before.statement().fingerprint().toArray();
    byte[] statement = statement(keys, created, fingerprint, Suite.KITH1);
    return signed(keys, statement, before.keys().sign(statement), created);
  }

  private static byte[] statement(AccountKeys keys, long created, byte[] previous, Suite suite) {
    return suite
        .record("keys")
        .bytes(keys.account().id("an account id"))
        .u32(keys.generation())
        .bytes(keys.signPublicKey().exactly(Ed25519.PUBLIC_KEY_BYTES, "a public key"))
        .bytes(keys.kemPublicKey().exactly(PskHpke.PUBLIC_KEY_BYTES, "a public key"))
        .u64(created)
        .bytes(previous)
        .toArray();
  }

  private static Statement signed(AccountKeys keys, byte[] statement, byte[] before, long created) {
    byte[] previous = Arrays.copyOfRange(statement, statement.length - Bytes.KEY, statement.length);
    byte[] self = keys.sign(statement);
    return new Statement(
        keys.account(),
        keys.generation(),
        keys.signPublicKey(),
        keys.kemPublicKey(),
        created,
        Bytes.of(previous),
        Bytes.of(Suite.hash(statement)),
        Bytes.of(new Writer().bytes(statement).bytes(self).bytes(before).toArray()));
  }

  /// Reads a signed statement and verifies it by its own key. That a later generation follows one
  /// that is pinned is for [#follows] to say.
  public static Statement open(Bytes signed) throws Rejected {
    return open(signed, Suite.KITH1);
  }

  static Statement open(Bytes signed, Suite suite) throws Rejected {
    byte[] whole = signed.toArray();
    Rejected.unless(whole.length > SIGNATURES_BYTES);
    byte[] statement = Arrays.copyOf(whole, whole.length - SIGNATURES_BYTES);
    Statement read = read(statement, signed, suite);
    Rejected.unless(Ed25519.verifies(read.signPublicKey.toArray(), statement, read.self()));
    return read;
  }

  /// Whether this is the very next generation of `before`, and who had its keys has signed it.
  public boolean follows(Statement before) {
    byte[] whole = signed.toArray();
    byte[] statement = Arrays.copyOf(whole, whole.length - SIGNATURES_BYTES);
    return account.equals(before.account)
        && generation == before.generation + 1
        && previous.equals(before.fingerprint)
        && Ed25519.verifies(before.signPublicKey.toArray(), statement, signedBefore());
  }

  private byte[] self() {
    int end = signed.length() - SIGNATURES_BYTES;
    return Arrays.copyOfRange(signed.toArray(), end, end + Ed25519.SIGNATURE_BYTES);
  }

  private byte[] signedBefore() {
    int start = signed.length() - Ed25519.SIGNATURE_BYTES;
    return Arrays.copyOfRange(signed.toArray(), start, signed.length());
  }

  private static Statement read(byte[] statement, Bytes signed, Suite suite) throws Rejected {
    Reader reader = new Reader(statement).expect(suite.record("keys").toArray());
    Bytes account = Bytes.of(reader.take(Bytes.ID));
    long generation = reader.u32();
    Rejected.unless(generation >= 1 && generation <= MOST_GENERATIONS);
    Bytes signPublicKey = Bytes.of(reader.take(Ed25519.PUBLIC_KEY_BYTES));
    Bytes kemPublicKey = Bytes.of(reader.take(PskHpke.PUBLIC_KEY_BYTES));
    long created = reader.u64();
    Bytes previous = Bytes.of(reader.take(Bytes.KEY));
    reader.end();
    Statement read =
        new Statement(
            account,
            (int) generation,
            signPublicKey,
            kemPublicKey,
            created,
            previous,
            Bytes.of(Suite.hash(statement)),
            signed);
    read.checkFirst();
    return read;
  }

  /// The first generation, and only it, has nothing before it.
  private void checkFirst() throws Rejected {
    boolean first = generation == Account.FIRST_GENERATION;
    Rejected.unless(first == isZero(previous.toArray()));
    Rejected.unless(first == isZero(signedBefore()));
  }

  private static boolean isZero(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }
}
