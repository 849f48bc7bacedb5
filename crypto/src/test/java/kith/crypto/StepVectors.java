package kith.crypto;

import static kith.crypto.VectorCase.flipped;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of what happens to an answer beyond its one sealing, and of votes.
final class StepVectors {

  private static final String ONE_KEY =
      "'bond':'" + "b0".repeat(16) + "','keys':['" + "33".repeat(32) + "']";
  private static final String TWO_KEYS =
      "'bond':'"
          + "b0".repeat(16)
          + "','keys':['"
          + "33".repeat(32)
          + "','"
          + "34".repeat(32)
          + "']";
  private static final String AMK = "'amk':'" + "66".repeat(32) + "'";
  private static final String OTHER_ID = "0f".repeat(16);
  private static final String NONCE = "01".repeat(12);
  private static final List<String> RANDOM = List.of("44".repeat(32), NONCE, "02".repeat(12));

  /// Where the tag of the two begins in a tombstone's text, behind the statement that it is over.
  private static final int PAIR_TAG = "kith1/withdraw".length() + 1 + 1 + 3 * 16 + 4 + 32 + 4 + 8;

  private StepVectors() {}

  static void write() throws Rejected {
    releases();
    rewrapped();
    tombstones();
    votes();
  }

  private static String answerGiven(String keys) {
    return "{"
        + keys
        + ",'exchange':'"
        + "e0".repeat(16)
        + "','ring':3,'prompt':{'deck':'founding','id':'feelings-3-001','language':'en',"
        + "'text':'When did you last feel small?'},'seat':0,"
        + AMK
        + ",'placeholder':'0100000000"
        + "07".repeat(60)
        + "'}";
  }

  private static SealedAnswer sealed(String given, Suite suite) {
    Inputs inputs = new Inputs(MakeVectors.object(given));
    Answers.Draft draft = new Answers.Draft(Opening.from(inputs), 1, "héllo 👋");
    return new Answers(suite).seal(Opening.bond(inputs), inputs.secret("amk"), draft);
  }

  private static Suite fixed() {
    Iterator<String> random = RANDOM.iterator();
    return Suite.of("kith1", length -> HexFormat.of().parseHex(random.next()));
  }

  private static void releases() throws Rejected {
    String given = answerGiven(ONE_KEY);
    SealedAnswer answer = sealed(given, fixed());
    VectorCase one = VectorCase.made("release_", given, node -> put(node, answer));
    for (String field : List.of("exchange", "com", "promptHash", "kc")) {
      one.rejected("changed-" + field, node -> change(object(node, "sealed"), field));
    }
    one.rejectedBytes("flipped-body", "body", bytes -> flipped(bytes, 40));
    one.rejected("placeholder-as-key", node -> node.put("key", placeholder(node)));
    one.rejectedBytes("flipped-key", "key", bytes -> flipped(bytes, 40));
    one.rejectedGiven("other-seat", "seat", 1);
    SealedAnswer second = sealed(given, Suite.KITH1);
    one.rejected("key-of-another-answer", node -> node.put("key", Opening.hex(second.key())));
  }

  private static void change(ObjectNode sealed, String field) {
    String text = sealed.get(field).asString();
    sealed.put(field, (text.startsWith("A") ? "B" : "A") + text.substring(1));
  }

  private static String placeholder(ObjectNode node) {
    return node.get("given").get("placeholder").asString();
  }

  private static ObjectNode object(ObjectNode node, String name) {
    return (ObjectNode) node.get(name);
  }

  private static void put(ObjectNode node, SealedAnswer answer) {
    ArrayNode random = node.putArray("random");
    RANDOM.forEach(random::add);
    putAnswer(node, answer);
  }

  private static void putAnswer(ObjectNode node, SealedAnswer answer) {
    node.put("body", Opening.hex(answer.body())).put("key", Opening.hex(answer.key()));
    ObjectNode sealed = node.putObject("sealed");
    Making.parts(answer)
        .forEach(
            (name, value) -> {
              if (name.equals("rev") || name.equals("ring")) {
                sealed.put(name, Integer.parseInt(value));
              } else if (!name.equals("body") && !name.equals("key")) {
                sealed.put(name, value);
              }
            });
  }

  /// Sealed in epoch 0, its key record sealed anew in epoch 1: who has only BK_0 cannot open it.
  private static void rewrapped() throws Rejected {
    SealedAnswer answer = sealed(answerGiven(ONE_KEY), fixed());
    Inputs later = new Inputs(MakeVectors.object(answerGiven(TWO_KEYS)));
    Bytes key =
        new Answers(Suite.of("kith1", length -> HexFormat.of().parseHex(NONCE)))
            .rewrap(Opening.bond(later), Opening.from(later), answer);
    SealedAnswer rewrapped = new SealedAnswer(answer.fields(), answer.body(), key);
    VectorCase one =
        VectorCase.made(
            "answer_rewrapped", answerGiven(TWO_KEYS), node -> putAnswer(node, rewrapped));
    one.rejected(
        "with-the-old-key-only",
        node -> object(node, "given").putArray("keys").add("33".repeat(32)));
    one.rejectedBytes("as-of-the-old-epoch", "key", bytes -> flipped(bytes, 4));
  }

  private static void tombstones() throws Rejected {
    String given = "{" + ONE_KEY + "," + AMK + ",'entry':'" + "d0".repeat(16) + "','seat':0}";
    String content =
        "{'exchange':'"
            + "e0".repeat(16)
            + "','rev':1,'com':'"
            + "07".repeat(32)
            + "','at':1750000000001}";
    VectorCase one =
        VectorCase.opens("tombstone_", given, content, NONCE).rejectedWhenDamaged("box");
    one.rejectedGiven("other-entry", "entry", OTHER_ID);
    one.rejectedGiven("other-seat", "seat", 1);
    one.rejectedGiven("other-bond", "bond", OTHER_ID);
    one.rejectedBytes("unknown-epoch", "box", box -> flipped(box, 4));
    one.rejected("other-pair-tag", node -> node.put("box", withOtherPairTag(one)));
    ObjectNode partners = one.node().deepCopy();
    partners.remove("random");
    partners.put("case", "tombstone-read-by-the-partner");
    object(partners, "given").put("amk", "67".repeat(32));
    object(partners, "opened").put("mine", "false");
    VectorFiles.write(
        MakeVectors.FOLDER.resolve("tombstone").resolve("tombstone-read-by-the-partner.json"),
        partners);
  }

  /// The box of a tombstone, rightly sealed, in which the tag of the two is another.
  private static String withOtherPairTag(VectorCase one) {
    Suite suite = Suite.of("kith1", length -> HexFormat.of().parseHex(NONCE));
    Inputs given = new Inputs(one.node().get("given"));
    Bond bond = Opening.bond(given);
    byte[] key = suite.derive(bond.keys().getFirst(), "bond/tombstone", bond.context(0));
    Writer place = suite.record("tombstone").bytes(given.array("bond"));
    byte[] aad = place.bytes(given.array("entry")).u8(0).u32(0).toArray();
    byte[] box = new Inputs(one.node()).array("box");
    try {
      byte[] text = Suite.open(key, aad, Arrays.copyOfRange(box, 5, box.length));
      byte[] sealed = suite.seal(key, aad, flipped(text, PAIR_TAG));
      return Opening.hex(Bytes.of(new Writer().bytes(Suite.SU).u32(0).bytes(sealed).toArray()));
    } catch (Rejected mistaken) {
      throw new AssertionError(mistaken);
    }
  }

  private static void votes() throws Rejected {
    String given =
        "{"
            + ONE_KEY
            + ","
            + AMK
            + ",'slot':6,'matter':'deeper/feelings/2','tick':20300,'agreed':2,"
            + "'seat':0,'counter':3}";
    String content = "{'text':'héllo'}";
    VectorCase one = VectorCase.opens("vote_", given, content, NONCE).rejectedWhenDamaged("box");
    one.rejectedGiven("other-slot", "slot", 7);
    one.rejectedGiven("other-matter", "matter", "deeper/feelings/3");
    one.rejectedGiven("other-tick", "tick", 20301);
    one.rejectedGiven("other-seat", "seat", 1);
    one.rejectedGiven("other-bond", "bond", OTHER_ID);
    one.rejected("not-yet", node -> node.put("box", "0100000000" + "07".repeat(1019)));
    String other = given.replace("'seat':0,'counter':3", "'seat':1,'counter':16");
    VectorCase.opens("vote_of-the-other-seat", other, content, NONCE);
  }
}
