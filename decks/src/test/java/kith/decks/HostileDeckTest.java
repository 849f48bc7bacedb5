package kith.decks;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostileDeckTest {
  private static final String FRONT =
      "---\ndeck: own\nlanguage: en\ntopic: work\nring: 1\n---\n## one\n";
  private static final String GOOD = FRONT + "Which chair in the room is yours?\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Which <b>chair</b> is yours?           | markup (“<”)
          Which [chair](x) is yours?             | markup (“[”)
          Which `chair` is yours?                | markup (“`”)
          Which chair at https://a.example?      | an address (“://”)
          Which chair at WWW.example?            | an address (“www.”)
          Which chair JavaScript:alert now?      | an address (“javascript:”)
          Which cha\u200bir is yours?            | U+200B
          Which cha\u200dir is yours?            | U+200D
          Which \u202echair\u202c is yours?      | U+202E
          Which \u2066chair is yours?            | U+2066
          Which cha\u00adir is yours?            | U+00AD
          Which \ufeffchair is yours?            | U+FEFF
          Which \u0007chair is yours?            | U+0007
          Which chair\t is yours?                | a tab
          """)
  void what_is_no_plain_word_is_told_with_its_own_line(String text, String said) {
    String report = DeckCheck.file("own.md", (FRONT + text + "\n").getBytes(UTF_8)).text();
    assertThat(report).contains("own.md:8: This line holds ").contains(said);
  }

  @Test
  void a_mark_at_the_beginning_and_the_line_ends_of_any_system_are_no_mistake() {
    for (String text :
        new String[] {"\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace('\n', '\r')}) {
      assertThat(DeckCheck.file("own.md", text.getBytes(UTF_8)).clean()).isTrue();
    }
  }

  @Test
  void a_file_that_is_no_text_is_told_at_the_first_line_that_shows_it() {
    assertThat(said(GOOD.getBytes(UTF_16))).contains("own.md:1:", "UTF-16", "UTF-8.");
    assertThat(said((GOOD + "\0").getBytes(UTF_8))).contains("own.md:9:", "zero byte");
    byte[] latin = GOOD.getBytes(UTF_8);
    latin[latin.length - 3] = (byte) 0xe4;
    assertThat(said(latin)).contains("own.md:8: This line is not written in UTF-8.");
    assertThat(said(new byte[Source.LARGEST + 1])).contains("1,048,577 bytes");
    assertThat(said(new byte[0])).contains("does not begin with its front matter");
  }

  @Test
  void a_front_matter_without_end_is_told_where_the_prompts_begin() {
    String open = GOOD.replace("ring: 1\n---\n", "ring: 1\n");
    assertThat(said(open.getBytes(UTF_8)))
        .contains("own.md:6: The front matter has no end.")
        .contains("1 to mend");
  }

  @Test
  void settings_unknown_or_given_twice_are_told() {
    String twice = GOOD.replace("ring: 1\n", "ring: 1\nring: 2\ncolour: red\n");
    assertThat(said(twice.getBytes(UTF_8)))
        .contains("own.md:6: “ring” is set twice.", "own.md:7: “colour: red” is no setting.");
  }

  @Test
  void another_language_than_the_file_says_is_told() {
    String german = FRONT + "Welcher Stuhl im Raum gehört eigentlich dir?\n";
    assertThat(said(german.getBytes(UTF_8))).contains("own.md:7: one reads like “de”");
    String unknown = GOOD.replace("language: en", "language: fr");
    assertThat(said(unknown.getBytes(UTF_8))).contains("The words of a deck in “fr” cannot");
  }

  private static String said(byte[] bytes) {
    return DeckCheck.file("own.md", bytes).text();
  }
}
