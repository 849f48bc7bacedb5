package kith.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DeckCommandTest {
  private static final String DECK =
      """
      ---
      deck: own-chairs
      language: en
      topic: work
      ring: 1
      ---
      ## chair
      Which chair in the room is yours?
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void the_founding_decks_and_a_good_one_have_nothing_to_mend() throws IOException {
    assertThat(run("check")).isZero();
    assertThat(run("check", file(DECK))).isZero();
  }

  @Test
  void a_deck_with_a_mistake_fails_the_check() throws IOException {
    assertThat(run("check", file(DECK.replace("ring: 1", "ring: 9")))).isEqualTo(1);
  }

  @Test
  void a_file_or_a_language_that_is_not_there_is_wrong_usage() {
    assertThat(run("check", folder.resolve("nowhere.md").toString())).isEqualTo(2);
    assertThat(run("show", "--language", "xx")).isEqualTo(2);
    assertThat(run("show", "--only", "nothing")).isEqualTo(2);
    assertThat(run("show", "--only", "love")).isZero();
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void a_deck_is_packed_and_what_comes_out_is_shown_by_file_and_by_link() throws IOException {
    String packed = printed("pack", file(DECK));
    assertThat(packed)
        .matches(
            """
            own-chairs \\(en, for any pair\\): 1 prompts
            size: \\d+ of 65536 bytes
            pin: [A-Za-z0-9_-]{43}
            fragment: #deck=1\\.[A-Za-z0-9_-]+
            """);
    String head = packed.substring(0, packed.indexOf("fragment: "));
    String fragment = packed.substring(head.length() + "fragment: ".length()).strip();
    Path shared =
        Files.writeString(folder.resolve("own.json"), printed("pack", "--json", file(DECK)));
    assertThat(printed("show", shared.toString()))
        .startsWith(head)
        .contains("Which chair in the room is yours?")
        .isEqualTo(printed("show", fragment));
  }

  @Test
  void a_deck_to_be_mended_is_not_packed_and_an_unsound_one_is_not_shown() throws IOException {
    String mistaken = file(DECK.replace("ring: 1", "ring: 9"));
    assertThat(run("pack", mistaken)).isEqualTo(1);
    assertThat(printed("pack", mistaken)).isEmpty();
    assertThat(run("show", "#deck=1.AAAA")).isEqualTo(1);
    assertThat(run("pack")).isEqualTo(2);
  }

  @Test
  void bytes_that_are_no_text_get_a_sentence_from_every_command() throws IOException {
    Path latin = folder.resolve("latin.md");
    Files.write(latin, DECK.replace("chair in", "caf\u00e9 in").getBytes(ISO_8859_1));
    for (String command : List.of("check", "show", "rate")) {
      assertThat(run(command, latin.toString())).isEqualTo(1);
      assertThat(printed(command, latin.toString()))
          .contains("latin.md:8: This line is not written in UTF-8.");
    }
    assertThat(run("pack", latin.toString())).isEqualTo(1);
  }

  @Test
  void an_id_that_stands_twice_in_one_file_is_told_once() throws IOException {
    String twice = DECK + "\n## chair\nWhat do you see from your window?\n";
    assertThat(printed("check", file(twice)))
        .containsOnlyOnce("The id chair stands")
        .doesNotContain("another file");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("own.md"), text).toString();
  }

  /// What a command prints on standard output.
  private static String printed(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      run(arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8);
  }

  private static int run(String... arguments) {
    return new CommandLine(new DeckCommand()).execute(arguments);
  }
}
