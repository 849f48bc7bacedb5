package kith.crypto;

import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of the ways in: what each begins with, the envelope, the login.
final class UnlockerVectors {

  private static final String OTHER_ID = "0f".repeat(16);
  private static final String WORDS = "harbor lemon piano quiet-is-not-one";
  private static final String WHOSE =
      ",'unlocker':'" + "c0".repeat(16) + "','account':'" + "a1".repeat(16) + "','generation':1";
  private static final RecoveryCode CODE =
      new RecoveryCode(Secret.of(HexFormat.of().parseHex("8899aabbccddeeff".repeat(4))));

  private UnlockerVectors() {}

  static void write() throws Rejected {
    passkeys();
    words();
    codes();
    recoveries();
    logins();
  }

  private static Account owner() {
    return Opening.account(new Inputs(MakeVectors.object("{" + AccountVectors.INVITER + "}")));
  }

  private static VectorCase envelope(String name, String given) throws Rejected {
    Unlocker way = OpeningKeys.way(new Inputs(MakeVectors.object(given)));
    return VectorCase.sealed(name, given, way.makeEnvelope(owner()));
  }

  private static VectorCase damaged(VectorCase one) throws Rejected {
    one.rejectedWhenDamaged("box");
    one.rejectedGiven("other-generation", "generation", 2);
    one.rejectedGiven("other-unlocker", "unlocker", OTHER_ID);
    one.rejectedGiven("other-account", "account", OTHER_ID);
    return one;
  }

  private static void passkeys() throws Rejected {
    String given = "{'way':'passkey','prf':'" + "5a".repeat(32) + "'" + WHOSE + "}";
    VectorCase one = damaged(envelope("unlocker_passkey", given));
    one.rejectedGiven("other-prf", "prf", "5b".repeat(32));
    one.rejectedGiven("short-prf", "prf", "5a".repeat(31));
    one.rejected(
        "claimed-to-be-a-device",
        changed -> ((ObjectNode) changed.get("given")).put("way", "device").put("us", us(given)));
  }

  private static String us(String given) {
    try {
      return Opening.hex(OpeningKeys.way(new Inputs(MakeVectors.object(given))).secret());
    } catch (Rejected impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void words() throws Rejected {
    String six = "harbor lemon piano valley kite story";
    String given =
        "{'way':'words','words':'"
            + six
            + "','salt':'"
            + "5c".repeat(16)
            + "','cost':1"
            + WHOSE
            + "}";
    VectorCase one = envelope("unlocker_words", given);
    one.rejectedGiven("other-words", "words", "harbor lemon piano valley kite stone");
    one.rejectedGiven("five-words", "words", "harbor lemon piano valley kite");
    one.rejectedGiven("seven-words", "words", six + " zebra");
    one.rejectedGiven("a-word-that-is-not-listed", "words", WORDS + " kite story");
    one.rejectedGiven("other-salt", "salt", "5d".repeat(16));
    one.rejectedGiven("short-salt", "salt", "5c".repeat(15));
    one.rejectedGiven("a-cost-of-the-servers", "cost", 0);
    one.rejectedGiven("an-unknown-cost", "cost", 2);
    ObjectNode typed = one.node().deepCopy();
    typed.put("case", "unlocker-words-as-typed");
    ((ObjectNode) typed.get("given")).put("words", "  Harb LEMON\u00a0pian  vall kite\tstory ");
    Opening.of(typed);
    VectorFiles.write(
        MakeVectors.FOLDER.resolve("unlocker").resolve("unlocker-words-as-typed.json"), typed);
  }

  private static String given(List<String> lines) {
    return "{'lines':['" + lines.getFirst() + "','" + lines.getLast() + "']}";
  }

  private static void codes() throws Rejected {
    List<String> lines = CODE.lines();
    VectorCase one = VectorCase.asked("recovery-code_", given(lines));
    String typed = lines.getFirst().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    VectorCase.asked(
        "recovery-code_as-typed", given(List.of(typed, lines.getLast().replace('0', 'o'))));
    lines(one, "lines-swapped", lines.getLast(), lines.getFirst());
    lines(one, "one-letter-wrong", slip(lines.getFirst()), lines.getLast());
    lines(one, "one-letter-missing", lines.getFirst().substring(1), lines.getLast());
    // The check is right, and the two spare bits of the last letter are not zero.
    lines(one, "spare-bits", "H2CT NEYC VQQF Z24S NAXW SQFE ZX8K", lines.getLast());
    lines(one, "a-letter-that-is-none", "U" + lines.getFirst().substring(1), lines.getLast());
  }

  private static String slip(String line) {
    return (line.startsWith("7") ? "8" : "7") + line.substring(1);
  }

  private static void lines(VectorCase one, String failure, String first, String second) {
    one.rejected(
        failure,
        changed -> {
          ArrayNode lines = ((ObjectNode) changed.get("given")).putArray("lines");
          lines.add(first).add(second);
        });
  }

  private static void recoveries() throws Rejected {
    String code = given(CODE.lines());
    String given = "{'way':'recovery'," + code.substring(1, code.length() - 1) + WHOSE + "}";
    damaged(envelope("unlocker_recovery", given));
  }

  private static void logins() throws Rejected {
    String given =
        "{'way':'device','us':'"
            + "55".repeat(32)
            + "'"
            + WHOSE
            + ",'origin':'https://kith.example','nonce':'"
            + "09".repeat(32)
            + "','at':1750000000002}";
    VectorCase one = VectorCase.opens("login_", given, "{}");
    one.rejectedBytes("flipped", "box", box -> VectorCase.flipped(box, 3));
    one.rejectedBytes("truncated", "box", box -> java.util.Arrays.copyOf(box, 63));
    one.rejectedGiven("other-origin", "origin", "https://other.example");
    one.rejectedGiven("other-nonce", "nonce", "08".repeat(32));
    one.rejectedGiven("other-unlocker", "unlocker", OTHER_ID);
    one.rejectedGiven("other-account", "account", OTHER_ID);
    one.rejectedGiven("other-secret", "us", "56".repeat(32));
    one.rejected(
        "other-time", changed -> ((ObjectNode) changed.get("given")).put("at", 1_750_000_000_003L));
  }
}
