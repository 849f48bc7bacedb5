package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeckCheckTest {
  private static final String FRONT =
      "---\ndeck: own\nlanguage: en\ntopic: work\nring: 1\n---\n## one\n";

  @Test
  void a_good_deck_has_nothing_to_mend() {
    Report report = DeckCheck.file("own.md", FRONT + "Which chair in the room is yours?\n");
    assertThat(report.clean()).isTrue();
    assertThat(report.text()).isEqualTo("1 prompts, en. Nothing to mend.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is the password of your phone?                     | touches passwords
          Where do you live these days?                           | touches location
          How much do you earn in a week?                         | touches access to money
          What did your mother say about your work?               | touches taking parents
          What is the secret of your best friend?                 | touches a third person
          When did you keep someone’s secret for years?           | touches a third person
          What trauma do you carry from work?                     | touches diagnoses
          How do you set boundaries at work?                      | touches therapy-speak
          What do you like? And what not? Since when?             | asks more than one thing
          What work do you like                                   | does not end.
          Hm, what?                                               | has 9 characters.
          Characterise organisational inefficiencies, considering responsibilities? | hard
          What do you do well that took you a long while to learn? | is nearly work-1-001
          """)
  void a_prompt_against_the_rules_is_told_with_its_line(String text, String said) {
    Report report = DeckCheck.file("own.md", FRONT + text + "\n");
    assertThat(report.clean()).isFalse();
    assertThat(report.text()).contains("own.md:7: one ").contains(said);
  }

  @Test
  void one_mistake_does_not_hide_another() {
    String deck = FRONT.replace("ring: 1", "ring: 2") + "What is your password?\n";
    assertThat(DeckCheck.file("own.md", deck).text()).contains("feeling tail", "“password”");
  }

  @Test
  void a_prompt_that_takes_long_to_read_is_told() {
    String text = "What do you like to do when it is late and you are at home? ".repeat(4);
    assertThat(DeckCheck.file("own.md", FRONT + text.replace("? ", ", ") + "?").text())
        .contains("Bring question and tail to 12-200.");
  }

  @Test
  void the_same_beginning_again_and_again_is_told() {
    StringBuilder deck =
        new StringBuilder("---\ndeck: own\nlanguage: en\n---\n# topic work, ring 1\n");
    List<String> words = List.of("bread", "rain", "tools", "paint", "music", "stairs", "lamps");
    for (int i = 0; i < 105; i++) {
      deck.append("## a-%d%nWhat do you like about %s and %d?%n".formatted(i, words.get(i % 7), i));
    }
    assertThat(DeckCheck.file("own.md", deck.toString()).text())
        .contains("“What do you” begins 105 of 105 prompts.");
  }

  @Test
  void the_report_for_programs_counts_every_cell() {
    Json.Fields json = (Json.Fields) JsonReader.read(DeckCheck.founding().json(), 1 << 20);
    assertThat(json.at("problems")).contains(new Json.Items(List.of()));
    Json.Items cells = (Json.Items) json.at("cells").orElseThrow();
    assertThat(cells.values())
        .filteredOn(cell -> text(cell, "suits").equals("any"))
        .hasSize(32)
        .allSatisfy(cell -> assertThat(count(cell)).isGreaterThanOrEqualTo(12));
    for (String suits : List.of("friends", "partners", "family")) {
      assertThat(cells.values())
          .filteredOn(cell -> text(cell, "suits").equals(suits))
          .extracting(DeckCheckTest::count)
          .satisfies(counts -> assertThat(sum(counts)).isGreaterThanOrEqualTo(60));
    }
  }

  @Test
  void too_few_prompts_are_told() {
    List<DeckPrompt> prompts = Founding.in("en").prompts();
    List<DeckPrompt> fewer =
        prompts.stream()
            .filter(prompt -> !prompt.id().startsWith("love-3-00"))
            .filter(prompt -> !prompt.id().startsWith("for-family-2"))
            .filter(prompt -> !prompt.id().equals("light-040"))
            .toList();
    assertThat(Cells.of(fewer).tooFew("f"))
        .extracting(Mistake::cause)
        .containsExactly(
            "There are 5 prompts for love at ring 3.",
            "There are 45 prompts for family.",
            "There are 39 prompts for light.");
  }

  private static long sum(List<? extends Long> counts) {
    return counts.stream().mapToLong(each -> each).sum();
  }

  private static String text(Json cell, String name) {
    return ((Json.Text) ((Json.Fields) cell).at(name).orElseThrow()).value();
  }

  private static long count(Json cell) {
    return ((Json.Whole) ((Json.Fields) cell).at("count").orElseThrow()).value();
  }
}
