package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearDuplicatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What are you proud of at work?       | At work, what makes you proud?            | true
          Which song do you sing when alone?   | Which songs are you singing alone?        | true
          What do you wish for this winter?    | What do you wish for this winter, if all? | true
          What are you proud of at work?       | Whom do you call when you are happy?      | false
          When do you feel small?              | When do you feel at home?                 | false
          """)
  void what_asks_the_same_is_found_and_what_does_not_is_left(
      String one, String other, boolean alike) {
    List<DeckPrompt> prompts =
        DeckReader.read(
                "d.md",
                "---\ndeck: d\nlanguage: en\n---\n# topic work, ring 1\n## a\n%s\n## b\n%s\n"
                    .formatted(one, other))
            .prompts();
    assertThat(new NearDuplicates("en").in(List.of(), prompts)).hasSize(alike ? 1 : 0);
  }
}
