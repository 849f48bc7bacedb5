package kith.crypto;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes Kith's vector files that Java makes, in the build folder. With `KITH_MAKE_VECTORS=1` it
/// writes them over the ones in `vectors`: only when a format is to change (docs/crypto.md).
final class MakeVectors {

  static final ObjectMapper JSON = new ObjectMapper();
  static final Path FOLDER =
      "1".equals(System.getenv("KITH_MAKE_VECTORS"))
          ? VectorFiles.OWN.resolve("crypto")
          : Path.of("target", "vectors");

  /// What the protocol text has and Kith's own file leaves to the vectors of whole boxes.
  private static final List<String> LATER =
      List.of(
          "rotate",
          "tomb",
          "auth",
          "unlock.auth",
          "unlock.info",
          "answer.body",
          "answer.com",
          "answer.self");

  private MakeVectors() {}

  static void write() throws Rejected {
    knownAnswers();
    BondVectors.write();
    AccountVectors.write();
    InvitationVectors.write();
    UnlockerVectors.write();
    VaultVectors.write();
    LinkVectors.write();
    StepVectors.write();
    HistoryVectors.write();
  }

  private static void knownAnswers() {
    ObjectNode file = JSON.createObjectNode();
    file.put("about", "Kith's own known answers: the inputs of the protocol text, Kith's label.");
    file.put("kind", "known-answers").put("label", "kith1");
    file.set("given", VectorFiles.own("crypto/known-answers-bond1.json").get("given"));
    ObjectNode answers = file.putObject("answers");
    KnownAnswers.of(file)
        .forEach(
            (name, value) -> {
              if (LATER.stream().noneMatch(name::startsWith)) {
                answers.put(name, value);
              }
            });
    VectorFiles.write(FOLDER.resolve("known-answers-kith1.json"), file);
  }

  /// Reads a JSON object written with single quotes.
  static ObjectNode object(String json) {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
  }
}
