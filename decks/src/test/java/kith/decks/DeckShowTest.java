package kith.decks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeckShowTest {
  private static final String SHARED =
      "{\"v\":1,\"deck\":\"winter\",\"language\":\"en\",\"suits\":\"friends\",\"prompts\":["
          + "{\"id\":\"snow\",\"topic\":\"everyday\",\"ring\":2,\"text\":\"Tell of a day in snow."
          + " What was it like?\",\"kind\":\"story\",\"not\":[\"grief\"]}]}";
  private static final Handed HANDED = Handed.read(SHARED);

  static Stream<String> ways() {
    return Stream.of(
        SHARED,
        "\ufeff" + SHARED,
        " { " + SHARED.substring(1) + "\n",
        HANDED.fragment(),
        HANDED.fragment().substring(1) + "\n",
        "https://kith.example/" + HANDED.fragment() + "\r\n");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_shared_deck_is_shown_whole_before_it_is_used_however_it_came(String text) {
    Said said = DeckShow.file("winter.json", text.getBytes(UTF_8));
    assertThat(said.sound()).isTrue();
    assertThat(said.text())
        .isEqualTo(
            """
            winter (en, for friends): 1 prompts
            size: 192 of 65536 bytes
            pin: %s
            snow (everyday, ring 2, story, friends, not grief)
              Tell of a day in snow. What was it like?
            """
                .formatted(HANDED.pin()));
  }

  @Test
  void a_link_is_told_from_the_name_of_a_file() {
    assertThat(DeckShow.isFragment(HANDED.fragment())).isTrue();
    assertThat(DeckShow.isFragment("https://kith.example/" + HANDED.fragment())).isTrue();
    assertThat(DeckShow.isFragment("deck.md")).isFalse();
    assertThat(DeckShow.isFragment("my decks/deck=1.md")).isFalse();
    assertThat(DeckShow.fragment(HANDED.fragment()).text()).contains("pin: " + HANDED.pin());
  }

  @Test
  void an_unsound_one_is_refused_with_a_sentence_and_nothing_of_it_is_shown() {
    for (String text :
        new String[] {
          SHARED.replace("snow.", "<b>snow</b>."),
          SHARED.substring(1),
          "{",
          HANDED.fragment() + "A",
          HANDED.fragment().replace("deck=1", "deck=2")
        }) {
      Said said = DeckShow.file("winter.json", text.getBytes(UTF_8));
      assertThat(said.sound()).isFalse();
      assertThat(said.text()).startsWith("winter.json:").doesNotContain("pin:", "snow");
    }
  }

  @Test
  void words_that_touch_what_no_prompt_should_are_pointed_out_first() {
    String asking = SHARED.replace("Tell of a day in snow.", "What is your password?");
    Said said = DeckShow.file("winter.json", asking.getBytes(UTF_8));
    assertThat(said.sound()).isFalse();
    assertThat(said.text())
        .startsWith("winter.json: snow: “password” touches passwords and devices. Think twice")
        .contains("  What is your password?");
  }

  @Test
  void a_file_that_is_no_text_gets_a_sentence() {
    byte[] latin = SHARED.getBytes(UTF_8);
    latin[20] = (byte) 0xe4;
    assertThat(DeckShow.file("winter.md", latin))
        .isEqualTo(
            new Said(
                "winter.md:1: This line is not written in UTF-8."
                    + " Save it in a text editor as plain text in UTF-8.\n",
                false));
  }

  @Test
  void a_deck_in_markdown_is_shown_with_what_is_wrong_in_it() {
    String text = "---\ndeck: own\nlanguage: en\ntopic: work\nring: 1\n---\n## one\nWhich chair?\n";
    assertThat(DeckShow.file("own.md", text.getBytes(UTF_8)))
        .isEqualTo(new Said("one (work, ring 1, question, any)\n  Which chair?\n", true));
    assertThat(DeckShow.file("own.md", (text + "## two\n").getBytes(UTF_8)))
        .isEqualTo(
            new Said(
                """
                own.md:9: This prompt has no words. Write them in the lines below its id.
                one (work, ring 1, question, any)
                  Which chair?
                """,
                false));
  }
}
