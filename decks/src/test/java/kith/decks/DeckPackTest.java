package kith.decks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kith.core.border.SharedDeck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeckPackTest {
  private static final String DECK =
      """
      ---
      deck: winter
      language: en
      suits: friends
      topic: everyday
      ---
      ## lamp, ring 1
      Which lamp in the room is yours?
      ## snow, ring 2, kind story, not work grief, deep 35, personal 30
      Tell of a winter day that was too short.
      > What was it like?
      """;

  @Test
  void a_deck_in_markdown_becomes_a_shared_deck_with_its_size_pin_and_link() {
    String json =
        "{\"v\":1,\"deck\":\"winter\",\"language\":\"en\",\"suits\":\"friends\",\"prompts\":["
            + "{\"id\":\"lamp\",\"topic\":\"everyday\",\"ring\":1,"
            + "\"text\":\"Which lamp in the room is yours?\"},"
            + "{\"id\":\"snow\",\"topic\":\"everyday\",\"ring\":2,"
            + "\"text\":\"Tell of a winter day that was too short. What was it like?\","
            + "\"kind\":\"story\",\"not\":[\"grief\",\"work\"]}]}";
    assertThat(pack(DECK))
        .isEqualTo(
            new DeckPack.Packed.Ready(
                """
                winter (en, for friends): 2 prompts
                size: %d of 65536 bytes
                pin: PIN
                fragment: #%s
                """
                    .formatted(json.length(), SharedDeck.fragment(json))
                    .replace("PIN", Handed.read(json).pin()),
                json));
  }

  /// `printf '{"v":1,...}' | sha256sum` gives it, whoever reckons it.
  @Test
  void the_pin_is_the_hash_of_the_bytes() {
    String json =
        "{\"v\":1,\"deck\":\"winter\",\"language\":\"en\",\"prompts\":[{\"id\":\"lamp\","
            + "\"topic\":\"work\",\"ring\":1,\"text\":\"Which lamp do you like?\"}]}";
    assertThat(Handed.read(json).pin()).isEqualTo("ZBdzAq9thOux6bczuljdtoTt1E2umsXQQyB1P5WMN9I");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lamp, ring 1   | lamp, ring 9              | w.md:7: “9” is no ring.
          room is yours? | room is yours             | w.md:7: lamp does not end.
          room is yours? | password is yours?        | w.md:7: lamp cannot stay: “password”
          kind story     | kind story, suits family  | w.md:9: snow suits family, and the
          > What was it  | What was it               | w.md:9: From ring 2 on a prompt ends
          deck: winter   | deck: founding            | cannot be handed on: deck.deck is a name
          language: en   | language: xx              | The words of a deck in “xx” cannot be
          """)
  void what_check_refuses_and_what_no_link_can_carry_is_refused(
      String what, String instead, String said) {
    assertThat(refusal(DECK.replace(what, instead), false)).contains(said);
  }

  @Test
  void a_deck_too_large_for_a_link_is_told_its_size() {
    String prompts =
        IntStream.range(0, 300)
            .mapToObj(i -> "## p-%d, ring 1%n%s?%n".formatted(i, "Mot ".repeat(48) + i))
            .collect(Collectors.joining());
    String front = DECK.substring(0, DECK.indexOf("## lamp"));
    String large = front.replace("language: en", "language: fr") + prompts;
    assertThat(refusal(large, true))
        .matches(
            "w.md: This deck cannot be handed on: it would have \\d+ bytes."
                + " A link carries at most 65536: make several decks of it.\n");
  }

  @Test
  void a_language_that_cannot_be_checked_needs_somebody_who_has_read_it() {
    String french = DECK.replace("language: en", "language: fr");
    assertThat(refusal(french, false)).contains("“fr” cannot be checked", "deck pack --read");
    assertThat(DeckPack.file("w.md", french.getBytes(UTF_8), true))
        .isInstanceOf(DeckPack.Packed.Ready.class);
    assertThat(refusal(french.replace("ring 1", "ring 9"), true)).contains("“9” is no ring.");
    assertThat(refusal(DECK.replace("yours?", "yours"), true)).contains("lamp does not end.");
  }

  @Test
  void a_file_that_is_no_text_or_holds_no_prompt_is_refused() {
    assertThat(refusal("", false)).contains("There is no prompt in this file.");
    assertThat(refusal("---\0", false)).contains("zero byte");
  }

  private static DeckPack.Packed pack(String text) {
    return DeckPack.file("w.md", text.getBytes(UTF_8), false);
  }

  private static String refusal(String text, boolean readBySomeone) {
    return switch (DeckPack.file("w.md", text.getBytes(UTF_8), readBySomeone)) {
      case DeckPack.Packed.Refused(String said) -> said;
      case DeckPack.Packed.Ready ready -> throw new AssertionError("it was packed: " + ready);
    };
  }
}
