package kith.crypto;

import static kith.crypto.VectorCase.flipped;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import kith.crypto.bc.PskHpke;

/// The vectors of what one person keeps, and states.
final class AccountVectors {

  static final String INVITER =
      "'account':'"
          + "a1".repeat(16)
          + "','rootKey':'"
          + "11".repeat(32)
          + "','created':1750000000000";
  private static final String OTHER_ID = "0f".repeat(16);

  private AccountVectors() {}

  static void write() throws Rejected {
    statements();
    states();
    envelopes();
    publicKeys();
  }

  private static void statements() throws Rejected {
    VectorCase statement =
        VectorCase.opens("statement_", "{" + INVITER + "}", "{}").rejectedWhenDamaged("box");
    statement.rejectedBytes("flipped-signature", "box", bytes -> flipped(bytes, 1330));
    statement.rejectedBytes("trailing-bytes", "box", bytes -> Arrays.copyOf(bytes, 1449));
    statement.rejected("second-generation", one -> one.put("box", signed(bytes -> bytes[31] = 2)));
    statement.rejected("generation-zero", one -> one.put("box", signed(bytes -> bytes[31] = 0)));
    statement.rejected(
        "generation-past-31-bits", one -> one.put("box", Opening.hex(later(Integer.MIN_VALUE))));
    VectorCase.sealed("statement_of-a-later-generation", "{" + INVITER + "}", later(2));
    statement.rejected(
        "previous-without-chain", one -> one.put("box", signed(bytes -> bytes[1319] = 1)));
    statement.rejected("created-too-late", one -> one.put("box", signed(bytes -> bytes[1280] = 1)));
    statement.rejected("signed-with-a-small-order-key", one -> one.put("box", smallOrder()));
    statement.rejected("other-label", one -> one.put("box", otherLabel()));
  }

  private static AccountKeys keys() {
    return AccountKeys.derive(Opening.account(new Inputs(MakeVectors.object("{" + INVITER + "}"))));
  }

  private static byte[] plain() {
    byte[] whole = Statement.make(keys(), 1_750_000_000_000L).signed().toArray();
    return Arrays.copyOf(whole, whole.length - 128);
  }

  /// A changed statement, signed by its own key all the same.
  private static String signed(Consumer<byte[]> change) {
    byte[] statement = plain();
    change.accept(statement);
    byte[] whole = Arrays.copyOf(statement, statement.length + 128);
    System.arraycopy(keys().sign(statement), 0, whole, statement.length, 64);
    return HexFormat.of().formatHex(whole);
  }

  /// As of a later generation, in all but its number that of an account that has renewed its keys.
  private static Bytes later(int generation) {
    byte[] whole = HexFormat.of().parseHex(signed(bytes -> later(bytes, generation)));
    Arrays.fill(whole, whole.length - 64, whole.length, (byte) 7);
    return Bytes.of(whole);
  }

  private static void later(byte[] statement, int generation) {
    ByteBuffer.wrap(statement).putInt(28, generation);
    Arrays.fill(statement, 1288, 1320, (byte) 7);
  }

  /// With the neutral point as public key, R = [S]B verifies for every text: here S = 0.
  private static String smallOrder() {
    byte[] statement = plain();
    Arrays.fill(statement, 32, 64, (byte) 0);
    statement[32] = 1;
    byte[] whole = Arrays.copyOf(statement, statement.length + 128);
    whole[statement.length] = 1;
    return HexFormat.of().formatHex(whole);
  }

  private static String otherLabel() {
    Suite suite = Suite.of("bond1", length -> new byte[length]);
    return Opening.hex(Statement.make(keys(), 1_750_000_000_000L, suite).signed());
  }

  private static void states() throws Rejected {
    String given = "{" + INVITER + ",'name':'bonds','version':3}";
    VectorCase state =
        VectorCase.opens("state_", given, "{'text':'[]'}", "01".repeat(12))
            .rejectedWhenDamaged("box");
    state.rejectedGiven("other-name", "name", "notes");
    state.rejectedGiven("older-version", "version", 2);
    state.rejectedGiven("other-account", "account", OTHER_ID);
    state.rejectedGiven("other-root-key", "rootKey", "12".repeat(32));
  }

  private static void envelopes() throws Rejected {
    String given =
        "{'us':'"
            + "55".repeat(32)
            + "','unlocker':'"
            + "c0".repeat(16)
            + "','account':'"
            + "a1".repeat(16)
            + "','generation':1}";
    Inputs inputs = new Inputs(MakeVectors.object(given));
    Account owner =
        new Account(
            inputs.bytes("account"), 1, Secret.of(HexFormat.of().parseHex("11".repeat(32))));
    Bytes box = Opening.unlocker(inputs).makeEnvelope(owner);
    VectorCase envelope = VectorCase.sealed("envelope_", given, box).rejectedWhenDamaged("box");
    envelope.rejectedGiven("other-generation", "generation", 2);
    envelope.rejectedGiven("other-unlocker", "unlocker", OTHER_ID);
    envelope.rejectedGiven("other-account", "account", OTHER_ID);
    envelope.rejectedGiven("other-secret", "us", "56".repeat(32));
    envelope.rejectedBytes("zero-point", "box", bytes -> zeroed(bytes, 1088, 1120));
    envelope.rejectedBytes("empty", "box", bytes -> new byte[0]);
    envelope.rejectedBytes("only-an-encapsulation", "box", bytes -> Arrays.copyOf(bytes, 1120));
    envelope.rejected("other-kind", one -> one.put("box", passkeyEnvelope(inputs)));
  }

  /// Sealed to the same unlocker as if it were a passkey (kind 1).
  private static String passkeyEnvelope(Inputs given) {
    Suite suite = Suite.KITH1;
    byte[] context = given.writer("account", "unlocker").toArray();
    byte[] info = suite.record("unlock").bytes(context).u8(1).u32(1).toArray();
    byte[] psk = suite.derive(given.secret("us"), "unlock/psk", context);
    byte[] seed = suite.derive(given.secret("us"), "unlock/kem", context);
    PskHpke.Sharing sharing = new PskHpke.Sharing(psk, given.array("unlocker"), info);
    try {
      byte[] box = Suite.sealKey(PskHpke.publicKey(seed), sharing, new byte[32]);
      return HexFormat.of().formatHex(box);
    } catch (Rejected impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void publicKeys() throws Rejected {
    String key = Opening.hex(keys().kemPublicKey());
    VectorCase one = VectorCase.asked("public-key_", "{'publicKey':'" + key + "'}");
    byte[] bytes = keys().kemPublicKey().toArray();
    one.rejectedGiven("zero-point", "publicKey", hex(zeroed(bytes, 1184, 1216)));
    byte[] lowOrder = zeroed(bytes, 1184, 1216);
    lowOrder[1184] = 1;
    one.rejectedGiven("low-order-point", "publicKey", hex(lowOrder));
    byte[] outOfRange = bytes.clone();
    outOfRange[0] = (byte) 0xff;
    outOfRange[1] |= 0x0f;
    one.rejectedGiven("coefficient-out-of-range", "publicKey", hex(outOfRange));
    one.rejectedGiven("too-short", "publicKey", hex(Arrays.copyOf(bytes, 1215)));
    one.rejectedGiven("too-long", "publicKey", hex(Arrays.copyOf(bytes, 1217)));
  }

  private static byte[] zeroed(byte[] bytes, int from, int to) {
    byte[] zeroed = bytes.clone();
    Arrays.fill(zeroed, from, to, (byte) 0);
    return zeroed;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
