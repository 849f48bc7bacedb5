package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Every file in vectors/crypto, one case each, made by Java or by TypeScript.
class VectorsTest {

  private static Stream<JsonNode> cases() {
    return VectorFiles.ownUnder("crypto").stream()
        .filter(file -> !"known-answers".equals(file.get("kind").asString()));
  }

  @TestFactory
  Stream<DynamicTest> every_vector_opens_or_is_rejected_as_it_says() {
    return cases().map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
  }

  @TestFactory
  Stream<DynamicTest> a_box_is_made_again_from_the_same_inputs() {
    return cases()
        .filter(file -> file.has("random"))
        .map(file -> DynamicTest.dynamicTest(name(file), () -> makeAgain(file)));
  }

  @Test
  void both_languages_have_made_every_kind_of_box() {
    for (String maker : new String[] {"java", "typescript"}) {
      assertThat(
              cases()
                  .filter(file -> file.get("madeBy").asString().equals(maker))
                  .filter(file -> file.get("expect").asString().equals("opens"))
                  .map(file -> file.get("kind").asString()))
          .contains("event", "gate-event", "answer", "state", "envelope", "statement")
          .contains("offer", "accept", "confirm");
    }
  }

  @Test
  void the_maker_makes_just_the_files_that_java_has_made() throws Rejected {
    MakeVectors.write();
    assertThat(
            VectorFiles.under(MakeVectors.FOLDER)
                .filter(file -> file.has("case"))
                .map(VectorsTest::name))
        .containsAll(
            cases()
                .filter(file -> file.get("madeBy").asString().equals("java"))
                .map(VectorsTest::name)
                .toList());
  }

  private static String name(JsonNode file) {
    return file.get("case").asString();
  }

  private static void check(JsonNode file) throws Rejected {
    if (file.get("expect").asString().equals("rejected")) {
      assertThat(file.get("failure").asString()).isNotBlank();
      assertThatThrownBy(() -> Opening.of(file))
          .isInstanceOf(Rejected.class)
          .hasMessage("rejected");
    } else {
      assertThat(Opening.of(file)).isEqualTo(texts(file.get("opened")));
    }
  }

  private static void makeAgain(JsonNode file) throws Rejected {
    Map<String, String> held = texts(file);
    if (file.has("sealed")) {
      held.putAll(texts(file.get("sealed")));
    }
    held.keySet().retainAll(Making.partNames(file));
    assertThat(Making.of(file)).isEqualTo(held);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object
        .properties()
        .forEach(
            one -> {
              if (one.getValue().isValueNode()) {
                texts.put(one.getKey(), one.getValue().asString());
              }
            });
    return texts;
  }
}
