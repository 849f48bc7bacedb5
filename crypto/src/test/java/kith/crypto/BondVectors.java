package kith.crypto;

import static kith.crypto.VectorCase.flipped;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of what two people write to each other.
final class BondVectors {

  private static final String BOND =
      "'bond':'" + "b0".repeat(16) + "','keys':['" + "33".repeat(32) + "']";
  private static final String PROMPT =
      "'prompt':{'deck':'founding','id':'everyday-1-001','language':'en',"
          + "'text':'What was good about today?'}";
  private static final String EXCHANGE = "'exchange':'" + "e0".repeat(16) + "'";
  private static final String OTHER_ID = "0f".repeat(16);
  private static final String WORDS = "{'text':'héllo 👋'}";
  private static final String NONCE = "01".repeat(12);

  private BondVectors() {}

  static void write() throws Rejected {
    events();
    gateEvents();
    answers();
    answerParts();
    dishonestAnswers();
    prompts();
  }

  private static void events() throws Rejected {
    String given = "{" + BOND + ",'handle':'" + "d0".repeat(16) + "','seat':1}";
    VectorCase event = VectorCase.opens("event_", given, WORDS, NONCE).rejectedWhenDamaged("box");
    event.rejectedGiven("other-bond", "bond", OTHER_ID);
    event.rejectedGiven("other-handle", "handle", OTHER_ID);
    event.rejectedGiven("other-seat", "seat", 0);
    event.rejectedBytes("unknown-epoch", "box", box -> flipped(box, 4));
    event.rejected("padding-without-end", one -> one.put("box", sealed(new byte[991])));
    event.rejected("padding-with-text-after-end", one -> one.put("box", sealed(badPadding())));
    event.rejected("padding-with-another-end", one -> one.put("box", sealed(otherEnd())));
    event.rejected("not-utf8", one -> one.put("box", sealed(notUtf8())));
    event.rejected("other-size", one -> one.put("box", sealed(padded(2015))));
    String longText = "{'text':'" + "a".repeat(991) + "'}";
    VectorCase.opens("event_of-the-second-size", given, longText, NONCE);
  }

  private static byte[] padded(int length) {
    byte[] padded = new byte[length];
    padded[0] = (byte) 0x80;
    return padded;
  }

  private static byte[] badPadding() {
    byte[] padded = padded(991);
    padded[990] = 1;
    return padded;
  }

  private static byte[] otherEnd() {
    byte[] padded = padded(991);
    padded[0] = 'a';
    padded[1] = 0x7f;
    return padded;
  }

  private static byte[] notUtf8() {
    byte[] padded = padded(991);
    padded[0] = (byte) 0xff;
    padded[1] = (byte) 0x80;
    return padded;
  }

  /// An event box with any content, under the right key, in the right place.
  private static String sealed(byte[] padded) {
    Suite suite = Suite.of("kith1", length -> HexFormat.of().parseHex(NONCE));
    Inputs given = new Inputs(MakeVectors.object("{" + BOND + "}"));
    Bond bond = Opening.bond(given);
    byte[] key = suite.derive(bond.keys().getFirst(), "bond/entry", bond.context(0));
    byte[] handle = HexFormat.of().parseHex("d0".repeat(16));
    byte[] aad =
        suite.record("entry").bytes(given.array("bond")).bytes(handle).u8(1).u32(0).toArray();
    byte[] box = suite.seal(key, aad, padded);
    return Opening.hex(Bytes.of(new Writer().bytes(Suite.SU).u32(0).bytes(box).toArray()));
  }

  private static void gateEvents() throws Rejected {
    String given = "{" + BOND + "," + EXCHANGE + ",'step':1,'epoch':0,'seat':0}";
    VectorCase event =
        VectorCase.opens("gate-event_", given, WORDS, NONCE).rejectedWhenDamaged("box");
    event.rejectedGiven("other-bond", "bond", OTHER_ID);
    event.rejectedGiven("other-exchange", "exchange", OTHER_ID);
    event.rejectedGiven("other-step", "step", 2);
    event.rejectedGiven("other-seat", "seat", 1);
    event.rejectedGiven("unknown-epoch", "epoch", 1);
    event.rejected(
        "used-as-an-ordinary-entry",
        one -> {
          one.put("kind", "event");
          ((ObjectNode) one.get("given")).put("handle", one.get("box").asString().substring(0, 32));
        });
  }

  private static String answerGiven() {
    return "{"
        + BOND
        + ","
        + EXCHANGE
        + ",'ring':2,"
        + PROMPT
        + ",'seat':0,'amk':'"
        + "66".repeat(32)
        + "'}";
  }

  private static VectorCase answer() throws Rejected {
    return VectorCase.opens(
        "answer_", answerGiven(), WORDS, "44".repeat(32), NONCE, "02".repeat(12));
  }

  private static void answers() throws Rejected {
    VectorCase answer = answer();
    answer.rejectedGiven("other-bond", "bond", OTHER_ID);
    answer.rejectedGiven("other-exchange", "exchange", OTHER_ID);
    answer.rejectedGiven("other-seat", "seat", 1);
    answer.rejectedGiven("other-ring", "ring", 3);
    answer.rejected(
        "other-prompt",
        one ->
            ((ObjectNode) one.get("given").get("prompt"))
                .put("text", "What was hard about today?"));
    answer.rejected("other-revision", one -> ((ObjectNode) one.get("sealed")).put("rev", 2));
    answer.rejected("other-ring-claimed", one -> ((ObjectNode) one.get("sealed")).put("ring", 3));
    for (String field : new String[] {"kc", "com", "promptHash", "exchange"}) {
      answer.rejected("changed-" + field, one -> change((ObjectNode) one.get("sealed"), field));
    }
    answer.rejected("short-self", one -> ((ObjectNode) one.get("sealed")).put("self", "AAAA"));
  }

  private static void change(ObjectNode sealed, String field) {
    String text = sealed.get(field).asString();
    sealed.put(field, (text.startsWith("A") ? "B" : "A") + text.substring(1));
  }

  private static void answerParts() throws Rejected {
    VectorCase answer = answer();
    answer.rejectedBytes("flipped-body", "body", bytes -> flipped(bytes, 500));
    answer.rejectedBytes("truncated-body", "body", bytes -> Arrays.copyOf(bytes, 1023));
    answer.rejectedBytes("flipped-key-record", "key", bytes -> flipped(bytes, 40));
    answer.rejectedBytes("key-record-of-an-unknown-epoch", "key", bytes -> flipped(bytes, 4));
    answer.rejectedBytes("key-record-of-another-suite", "key", bytes -> flipped(bytes, 0));
    answer.rejectedBytes("extended-key-record", "key", bytes -> Arrays.copyOf(bytes, 66));
    // The bond's keys made it, but not the author: it opens, and says so.
    ObjectNode forged = answer.node().deepCopy();
    forged.remove("random");
    forged.put("case", "answer-not-confirmed-as-written-by-me");
    change((ObjectNode) forged.get("sealed"), "self");
    ((ObjectNode) forged.get("opened")).put("confirmed", "false");
    VectorFiles.write(MakeVectors.FOLDER.resolve(forged.get("case").asString() + ".json"), forged);
  }

  /// Answers whose author has sealed them in a way that no honest app does.
  private static void dishonestAnswers() throws Rejected {
    VectorCase answer = answer();
    byte[] other = new byte[32];
    answer.rejected("kc-of-another-key", one -> dishonest(one, other, null, 996));
    answer.rejected("kc-of-another-key-in-com-too", one -> dishonest(one, other, other, 996));
    answer.rejected("kc-of-another-key-throughout", BondVectors::committedToAnother);
    answer.rejected("body-of-another-size", one -> dishonest(one, null, null, 2020));
    answer.rejected("key-record-with-a-longer-key", one -> one.put("key", longRecord(one)));
  }

  /// Body, commitment and key record all name one kc, and it is that of no key that opens them.
  private static void committedToAnother(ObjectNode one) {
    byte[] other = new byte[32];
    dishonest(one, other, other, 996);
    Suite suite = Suite.of("kith1", length -> new byte[length]);
    Inputs given = new Inputs(one.get("given"));
    Answers answers = new Answers(suite);
    byte[] header = answers.header(Opening.bond(given), Opening.from(given), 1).hash(suite);
    byte[] key = suite.derive(Secret.of(new byte[32]), "answer/key", header);
    byte[] aad = new Writer().bytes(header).bytes(other).toArray();
    byte[] body = suite.seal(key, aad, padded(996));
    one.put("body", Opening.hex(Bytes.of(body)));
    ((ObjectNode) one.get("sealed"))
        .put("com", Base64Url.format(answers.commitment(header, other, body)));
  }

  /// A key record, rightly sealed, that holds 33 bytes.
  private static String longRecord(ObjectNode one) {
    Suite suite = Suite.of("kith1", length -> new byte[length]);
    Inputs given = new Inputs(one.get("given"));
    Bond bond = Opening.bond(given);
    byte[] header = new Answers(suite).header(bond, Opening.from(given), 1).hash(suite);
    byte[] context = new Writer().u32(0).bytes(header).toArray();
    byte[] key = suite.derive(bond.keys().getFirst(), "answer/reveal", context);
    byte[] aad =
        new Writer()
            .bytes(suite.lab("reveal"))
            .bytes(context)
            .bytes(decoded(one.get("sealed").get("kc").asString()))
            .toArray();
    byte[] sealed = suite.seal(key, aad, new byte[33]);
    return Opening.hex(Bytes.of(new Writer().bytes(Suite.SU).u32(0).bytes(sealed).toArray()));
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static void dishonest(
      ObjectNode one, byte @Nullable [] kc, byte @Nullable [] kcInCom, int padded) {
    Suite suite = Suite.of("kith1", length -> new byte[length]);
    Inputs given = new Inputs(one.get("given"));
    Bond bond = Opening.bond(given);
    Answers answers = new Answers(suite);
    byte[] header = answers.header(bond, Opening.from(given), 1).hash(suite);
    ContentKey key = new ContentKey(suite, Secret.of(new byte[32]), header);
    byte[] claimed = Objects.requireNonNullElse(kc, key.commitment());
    byte[] body = key.seal(padded(padded));
    Bytes record = new KeyRecord(suite, header, claimed).seal(bond, Secret.of(new byte[32]));
    byte[] inCom = Objects.requireNonNullElse(kcInCom, key.commitment());
    byte[] com = answers.commitment(header, inCom, body);
    one.put("body", Opening.hex(Bytes.of(body))).put("key", Opening.hex(record));
    ((ObjectNode) one.get("sealed"))
        .put("kc", Base64Url.format(claimed))
        .put("com", Base64Url.format(com));
  }

  private static void prompts() throws Rejected {
    VectorCase.asked("prompt_", "{" + PROMPT + "}");
    String composed = PROMPT.replace("What was good", "Was war sch\u00f6n");
    VectorCase.asked("prompt_composed", "{" + composed + "}");
    VectorCase.asked("prompt_decomposed", "{" + composed.replace("\u00f6", "o\u0308") + "}");
  }
}
