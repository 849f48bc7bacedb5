package kith.crypto;

import java.util.Arrays;
import kith.crypto.bc.Ed25519;
import kith.crypto.bc.PskHpke;

/// What an account is to its partner: a statement signed by itself, which the partner pins.
///
/// @param created milliseconds since 1970 UTC, by its author's clock
/// @param fingerprint fp = H(K): what is pinned and compared
/// @param signed K and its two signatures: 1448 bytes
public record Statement(
    Bytes account,
    int generation,
    Bytes signPublicKey,
    Bytes kemPublicKey,
    long created,
    Bytes fingerprint,
    Bytes signed) {

  private static final int SIGNATURES_BYTES = 2 * Ed25519.SIGNATURE_BYTES;

  /// Makes and signs the statement of an account; the same keys and time give the same bytes.
  public static Statement make(AccountKeys keys, long created) {
    return make(keys, created, Suite.KITH1);
  }

  static Statement make(AccountKeys keys, long created, Suite suite) {
    if (keys.generation() != Account.FIRST_GENERATION) {
      throw new IllegalArgumentException("only generation 1 so far");
    }
    byte[] statement =
        suite
            .record("keys")
            .bytes(keys.account().id("an account id"))
            .u32(keys.generation())
            .bytes(keys.signPublicKey().exactly(Ed25519.PUBLIC_KEY_BYTES, "a public key"))
            .bytes(keys.kemPublicKey().exactly(PskHpke.PUBLIC_KEY_BYTES, "a public key"))
            .u64(created)
            .bytes(new byte[Bytes.KEY])
            .toArray();
    byte[] signatures = Arrays.copyOf(keys.sign(statement), SIGNATURES_BYTES);
    Bytes signed = Bytes.of(new Writer().bytes(statement).bytes(signatures).toArray());
    Bytes fingerprint = Bytes.of(Suite.hash(statement));
    return new Statement(
        keys.account(),
        keys.generation(),
        keys.signPublicKey(),
        keys.kemPublicKey(),
        created,
        fingerprint,
        signed);
  }

  /// Reads a signed statement and verifies it by its own key.
  public static Statement open(Bytes signed) throws Rejected {
    return open(signed, Suite.KITH1);
  }

  static Statement open(Bytes signed, Suite suite) throws Rejected {
    byte[] whole = signed.toArray();
    Rejected.unless(whole.length > SIGNATURES_BYTES);
    int end = whole.length - SIGNATURES_BYTES;
    byte[] statement = Arrays.copyOf(whole, end);
    Statement read = read(statement, signed, suite);
    byte[] signature = Arrays.copyOfRange(whole, end, end + Ed25519.SIGNATURE_BYTES);
    byte[] previous = Arrays.copyOfRange(whole, end + Ed25519.SIGNATURE_BYTES, whole.length);
    Rejected.unless(isZero(previous));
    Rejected.unless(Ed25519.verifies(read.signPublicKey.toArray(), statement, signature));
    return read;
  }

  private static Statement read(byte[] statement, Bytes signed, Suite suite) throws Rejected {
    Reader reader = new Reader(statement).expect(suite.record("keys").toArray());
    Bytes account = Bytes.of(reader.take(Bytes.ID));
    Rejected.unless(reader.u32() == Account.FIRST_GENERATION);
    Bytes signPublicKey = Bytes.of(reader.take(Ed25519.PUBLIC_KEY_BYTES));
    Bytes kemPublicKey = Bytes.of(reader.take(PskHpke.PUBLIC_KEY_BYTES));
    long created = reader.u64();
    Rejected.unless(isZero(reader.take(Bytes.KEY)));
    reader.end();
    return new Statement(
        account,
        Account.FIRST_GENERATION,
        signPublicKey,
        kemPublicKey,
        created,
        Bytes.of(Suite.hash(statement)),
        signed);
  }

  private static boolean isZero(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }
}
