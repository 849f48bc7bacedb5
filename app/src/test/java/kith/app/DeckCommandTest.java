package kith.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DeckCommandTest {
  private static final String DECK =
      """
      ---
      deck: own
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
    assertThat(run()).isEqualTo(2);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("own.md"), text).toString();
  }

  private static int run(String... arguments) {
    return new CommandLine(new DeckCommand()).execute(arguments);
  }
}
