package kith.crypto;

import static kith.crypto.VectorCase.flipped;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of a bond's history: its chain, one's own marks, its epochs.
final class HistoryVectors {

  private static final String BOND =
      "'bond':'" + "b0".repeat(16) + "','keys':['" + "33".repeat(32) + "']";
  private static final String OTHER_ID = "0f".repeat(16);

  private HistoryVectors() {}

  static void write() throws Rejected {
    transcripts();
    marks();
    rotations();
  }

  private static String entry(String handle, int seat) {
    return "{'day':20300,'seat':"
        + seat
        + ",'handle':'"
        + handle.repeat(16)
        + "','event':'"
        + "e1".repeat(1024)
        + "'}";
  }

  private static String joint() {
    return "{'day':20301,'gate':'"
        + "7a".repeat(16)
        + "','first':'"
        + "e2".repeat(1024)
        + "','second':'"
        + "e3".repeat(1024)
        + "'}";
  }

  private static void transcript(String name, String... entries) throws Rejected {
    String list = String.join(",", entries);
    VectorCase.asked("transcript_" + name, "{" + BOND + ",'entries':[" + list + "]}");
  }

  private static void transcripts() throws Rejected {
    transcript("");
    transcript("of-one", entry("d1", 0));
    transcript("of-three", entry("d1", 0), joint(), entry("d2", 1));
    transcript("in-another-order", joint(), entry("d1", 0), entry("d2", 1));
    transcript("with-one-left-out", entry("d1", 0), entry("d2", 1));
  }

  private static void marks() throws Rejected {
    String given =
        "{"
            + BOND
            + ",'amk':'"
            + "66".repeat(32)
            + "','handle':'"
            + "d0".repeat(16)
            + "','seat':0}";
    String object = "{\"v\":1,\"at\":1750000000000,\"events\":[]}";
    VectorCase one = VectorCase.made("mark_", given, node -> mark(node, object));
    one.rejectedGiven("other-secret", "amk", "67".repeat(32));
    one.rejectedGiven("other-handle", "handle", OTHER_ID);
    one.rejectedGiven("other-seat", "seat", 1);
    one.rejectedGiven("other-bond", "bond", OTHER_ID);
    String marked = one.node().get("marked").asString();
    one.rejected("other-text", node -> node.put("marked", marked.replace("\"v\":1", "\"v\":2")));
    one.rejected("no-mark", node -> node.put("marked", object));
    one.rejected("text-after-it", node -> node.put("marked", marked + " "));
  }

  private static void mark(ObjectNode node, String object) {
    ObjectNode given = (ObjectNode) node.get("given");
    given.put("object", object);
    Inputs inputs = new Inputs(given);
    Marks marks = new Marks(Opening.bond(inputs), inputs.secret("amk"));
    node.putArray("random");
    node.put("marked", marks.sign(Opening.place(inputs), object));
  }

  private static void rotations() throws Rejected {
    String other =
        AccountVectors.INVITER
            .replace("a1".repeat(16), "a2".repeat(16))
            .replace("11".repeat(32), "12".repeat(32));
    String given =
        "{" + BOND + ",'maker':{" + AccountVectors.INVITER + "},'reader':{" + other + "}}";
    Inputs inputs = new Inputs(MakeVectors.object(given));
    Identity maker = Opening.identity(inputs.inner("maker"));
    Identity reader = Opening.identity(inputs.inner("reader"));
    Bond bond = Opening.bond(inputs);
    Rotations rotations = new Rotations(Suite.KITH1);
    Rotations.Rotation made = rotations.make(bond, maker, reader.statement()).rotation();
    VectorCase one = VectorCase.made("rotation_", given, node -> rotation(node, made));
    one.rejectedWhenDamagedInside("box");
    one.rejectedBytes("flipped-signature", "signature", bytes -> flipped(bytes, 5));
    one.rejected("an-epoch-left-out", node -> node.put("epoch", 2));
    one.rejected("the-same-epoch-again", node -> node.put("epoch", 0));
    one.rejectedGiven("other-bond", "bond", OTHER_ID);
    one.rejected("other-bond-key", HistoryVectors::otherKey);
    one.rejected("by-someone-else", node -> who(node, "maker").put("rootKey", "14".repeat(32)));
    one.rejected("for-someone-else", node -> who(node, "reader").put("rootKey", "14".repeat(32)));
    Identity thief = new Identity(reader.keys(), maker.statement());
    Rotations.Rotation stolen = rotations.make(bond, thief, reader.statement()).rotation();
    one.rejected("signed-by-who-only-knows-the-bond-key", node -> rotation(node, stolen));
  }

  private static ObjectNode who(ObjectNode node, String name) {
    return (ObjectNode) node.get("given").get(name);
  }

  private static void otherKey(ObjectNode node) {
    ArrayNode keys = ((ObjectNode) node.get("given")).putArray("keys");
    keys.add("35".repeat(32));
  }

  private static void rotation(ObjectNode node, Rotations.Rotation made) {
    node.put("epoch", made.epoch());
    node.put("box", Opening.hex(made.seal()));
    node.put("signature", Opening.hex(made.signature()));
  }
}
