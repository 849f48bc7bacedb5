package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Both languages compute the same bytes as the protocol text.
class KnownAnswersTest {

  @Test
  void the_protocol_texts_known_answers_are_ours() {
    JsonNode file = VectorFiles.own("crypto/known-answers-bond1.json");
    assertThat(KnownAnswers.of(file)).isEqualTo(answers(file)).hasSize(35);
  }

  @Test
  void kiths_known_answers_have_not_changed() {
    JsonNode file = VectorFiles.own("crypto/known-answers-kith1.json");
    assertThat(KnownAnswers.of(file)).containsAllEntriesOf(answers(file));
    assertThat(answers(file)).hasSize(21);
  }

  private static SortedMap<String, String> answers(JsonNode file) {
    SortedMap<String, String> answers = new TreeMap<>();
    file.get("answers")
        .properties()
        .forEach(one -> answers.put(one.getKey(), one.getValue().asString()));
    return answers;
  }
}
