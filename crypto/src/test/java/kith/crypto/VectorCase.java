package kith.crypto;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One vector file in the making.
record VectorCase(ObjectNode node) {

  /// The kinds whose files lie in `vectors/crypto` itself; every other kind has a folder in it.
  private static final Set<String> IN_ONE_FOLDER =
      Set.of(
          "accept",
          "answer",
          "confirm",
          "envelope",
          "event",
          "gate-event",
          "link",
          "offer",
          "prompt",
          "public-key",
          "state",
          "statement");

  /// A case that opens; its box is made from `given`, the wished content, and fixed "random" bytes.
  static VectorCase opens(String name, String given, String content, String... random)
      throws Rejected {
    VectorCase one = start(name, given);
    one.node.set("opened", MakeVectors.object(content));
    ArrayNode bytes = one.node.putArray("random");
    for (String each : random) {
      bytes.add(each);
    }
    if (Set.of("answer", "release").contains(one.node.get("kind").asString())) {
      one.node.putObject("sealed").put("rev", 1);
    }
    one.put(Making.of(one.node));
    return one.settle();
  }

  /// A case that opens, with a box that was sealed just now.
  static VectorCase sealed(String name, String given, Bytes box) throws Rejected {
    VectorCase one = start(name, given);
    one.node.put("box", Opening.hex(box));
    return one.settle();
  }

  /// A case that opens, with parts that were made just now.
  static VectorCase made(String name, String given, Consumer<ObjectNode> parts) throws Rejected {
    VectorCase one = start(name, given);
    parts.accept(one.node);
    return one.settle();
  }

  /// A case without a box.
  static VectorCase asked(String name, String given) throws Rejected {
    return start(name, given).settle();
  }

  /// The same case, changed so that it must be rejected, for the reason `failure`.
  VectorCase rejected(String failure, Consumer<ObjectNode> change) {
    ObjectNode changed = node.deepCopy();
    changed.remove("random");
    changed.remove("opened");
    changed.put("case", node.get("case").asString() + "-" + failure);
    changed.put("expect", "rejected").put("failure", failure);
    change.accept(changed);
    VectorCase one = new VectorCase(changed);
    try {
      Opening.of(changed);
    } catch (Rejected expected) {
      return one.write();
    }
    throw new AssertionError("opened: " + changed.get("case"));
  }

  VectorCase rejectedGiven(String failure, String name, String value) {
    return rejected(failure, one -> ((ObjectNode) one.get("given")).put(name, value));
  }

  VectorCase rejectedGiven(String failure, String name, int value) {
    return rejected(failure, one -> ((ObjectNode) one.get("given")).put(name, value));
  }

  /// Rejected after a change of the bytes of one part.
  VectorCase rejectedBytes(String failure, String part, UnaryOperator<byte[]> change) {
    return rejected(
        failure,
        one -> {
          byte[] bytes = HexFormat.of().parseHex(one.get(part).asString());
          one.put(part, HexFormat.of().formatHex(change.apply(bytes)));
        });
  }

  /// The usual damage to a box: a flipped bit in the tag, a cut, a byte more, another suite.
  VectorCase rejectedWhenDamaged(String part) {
    rejectedBytes("flipped-tag", part, bytes -> flipped(bytes, bytes.length - 1));
    rejectedBytes("flipped-suite", part, bytes -> flipped(bytes, 0));
    rejectedBytes("truncated", part, bytes -> Arrays.copyOf(bytes, bytes.length - 1));
    rejectedBytes("extended", part, bytes -> Arrays.copyOf(bytes, bytes.length + 1));
    return this;
  }

  /// The same for a part that carries no suite byte of its own.
  VectorCase rejectedWhenDamagedInside(String part) {
    rejectedBytes("flipped-tag", part, bytes -> flipped(bytes, bytes.length - 1));
    rejectedBytes("flipped-start", part, bytes -> flipped(bytes, 0));
    rejectedBytes("truncated", part, bytes -> Arrays.copyOf(bytes, bytes.length - 1));
    rejectedBytes("extended", part, bytes -> Arrays.copyOf(bytes, bytes.length + 1));
    return this;
  }

  static byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 1;
    return flipped;
  }

  private static VectorCase start(String name, String given) {
    ObjectNode node = MakeVectors.JSON.createObjectNode();
    String kind = name.substring(0, name.indexOf('_'));
    String full = name.endsWith("_") ? kind : name.replace('_', '-');
    node.put("case", full).put("kind", kind).put("madeBy", "java");
    node.put("label", "kith1").put("expect", "opens");
    node.set("given", MakeVectors.object(given));
    return new VectorCase(node);
  }

  private void put(Map<String, String> parts) {
    parts.forEach(
        (name, value) -> {
          switch (name) {
            case "box", "body", "key", "marked" -> node.put(name, value);
            case "rev", "ring" -> sealedFields().put(name, Integer.parseInt(value));
            default -> sealedFields().put(name, value);
          }
        });
  }

  private ObjectNode sealedFields() {
    return (ObjectNode) node.get("sealed");
  }

  private VectorCase settle() throws Rejected {
    ObjectNode opened = node.putObject("opened");
    new TreeMap<>(Opening.of(node)).forEach(opened::put);
    return write();
  }

  private VectorCase write() {
    String kind = node.get("kind").asString();
    Path folder =
        IN_ONE_FOLDER.contains(kind) ? MakeVectors.FOLDER : MakeVectors.FOLDER.resolve(kind);
    VectorFiles.write(folder.resolve(node.get("case").asString() + ".json"), node);
    return this;
  }
}
