package kith.core.border;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharedDeckTest {
  private static final String CANONICAL =
      "{\"v\":1,\"deck\":\"winter\",\"language\":\"en\",\"suits\":\"friends\",\"prompts\":["
          + "{\"id\":\"a\",\"topic\":\"work\",\"ring\":1,\"text\":\"Größe?\",\"kind\":\"act\","
          + "\"not\":[\"grief\",\"work\"]}]}";

  @Test
  void a_deck_has_one_way_to_be_written() {
    String loose =
        " { \"suits\" : \"friends\", \"language\":\"en\", \"x\":[1], \"v\":1, \"deck\":\"winter\","
            + "\"prompts\":[{\"not\":[\"work\",\"grief\",\"work\"],\"kind\":\"act\",\"ring\":1,"
            + "\"text\":\"Gr\\u00f6\\u00dfe?\",\"topic\":\"work\",\"id\":\"a\"}]}\n";
    assertThat(DeckBorder.canonical(loose)).isEqualTo(CANONICAL);
    assertThat(DeckBorder.canonical(CANONICAL)).isEqualTo(CANONICAL);
  }

  @Test
  void a_link_brings_the_same_deck_and_nothing_written_otherwise() {
    String fragment = DeckBorder.fragment(CANONICAL);
    assertThat(fragment).matches("deck=1\\.[A-Za-z0-9_-]+");
    assertThat(DeckBorder.ofFragment(fragment)).isEqualTo(CANONICAL);
    assertThat(DeckBorder.ofFragment("#" + fragment)).isEqualTo(CANONICAL);
    for (int cut = 0; cut < fragment.length(); cut++) {
      assertThat(DeckBorder.ofFragment(fragment.substring(0, cut))).startsWith("{\"error\":");
    }
    assertThat(DeckBorder.ofFragment(fragment + "A")).startsWith("{\"error\":");
    assertThat(DeckBorder.ofFragment(fragment + "=")).startsWith("{\"error\":");
    assertThat(DeckBorder.ofFragment("deck=1." + "A".repeat(1 << 18))).contains("longer than");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"winter\" | \"founding\" | deck.deck is a name that Kith keeps",
        "\"winter\" | \"Winter\" | deck.deck is not in small letters",
        "\"en\" | \"english\" | deck.language is no tag",
        "\"friends\" | \"everyone\" | deck.suits is none of",
        "\"act\" | \"script\" | kind is none of",
        "\"grief\" | \"rain\" | not is none of",
        "Größe? | <img src=x> | deck.prompts[0].text holds markup",
        "Größe? | see https://a.example | deck.prompts[0].text holds an address",
        "Größe? | a\\u202eb | deck.prompts[0].text holds a character that nobody sees (U+202E)",
        "\"id\":\"a\" | \"id\":\"a b\" | deck.prompts[0].id is not in small letters",
      })
  void what_is_no_sound_deck_is_named(String what, String instead, String said) {
    assertThat(DeckBorder.canonical(CANONICAL.replace(what, instead))).contains(said);
  }

  @Test
  void a_deck_too_large_for_a_link_is_refused() {
    String many = CANONICAL.replace("Größe?", "ß".repeat(300));
    StringBuilder prompts = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      prompts.append(",").append(many, many.indexOf("{\"id\""), many.length() - 2);
    }
    String deck = many.substring(0, many.length() - 2) + prompts + "]}";
    StringBuilder different = new StringBuilder();
    int number = 0;
    for (String part : deck.split("\"id\":\"a\"", -1)) {
      different.append(number == 0 ? "" : "\"id\":\"a" + number + "\"").append(part);
      number++;
    }
    assertThat(DeckBorder.canonical(different.toString())).contains("larger than 65536 bytes");
  }

  @Test
  void a_bond_goes_by_the_decks_that_suit_it_and_each_prompt_says_which_to_the_letter() {
    String pin = "A".repeat(43);
    String decks = "{\"v\":1,\"suits\":\"%s\",\"decks\":[{\"pin\":\"" + pin + "\",\"deck\":%s}]}";
    Border friends = open(decks.formatted("friends", CANONICAL));
    assertThat(friends.problem()).isEmpty();
    assertThat(friends.view(Histories.NOTHING, 0))
        .contains("\"offers\":[{\"deck\":\"winter@" + "A".repeat(22) + "\",\"id\":\"a\"")
        .contains("\"kind\":\"act\"");
    assertThat(open(decks.formatted("family", CANONICAL)).view(Histories.NOTHING, 0))
        .contains("\"offers\":[]");
    assertThat(open(decks.formatted("family", CANONICAL).replace(pin, "A")).problem())
        .contains("pin is not 32 bytes in base64url");
  }

  private static Border open(String decks) {
    return Border.open(0, Histories.SEED, decks);
  }

  @Test
  void wishes_bar_a_prompt_for_a_while_in_one_bond_or_for_good() {
    String wishes =
        "{\"v\":1,\"wishes\":[{\"prompt\":\"d/a\",\"wish\":\"not-now\",\"until\":10},"
            + "{\"prompt\":\"d/b\",\"wish\":\"not-with-you\",\"bond\":\"aa\"},"
            + "{\"prompt\":\"d/c\",\"wish\":\"not-ever\"},"
            + "{\"prompt\":\"d/c\",\"wish\":\"favourite\"},"
            + "{\"prompt\":\"d/e\",\"wish\":\"favourite\"}]}";
    assertThat(DeckBorder.wishes(wishes, "aa", 9))
        .isEqualTo("{\"unwished\":[\"d/a\",\"d/b\",\"d/c\"],\"favourites\":[\"d/e\"]}");
    assertThat(DeckBorder.wishes(wishes, "bb", 10))
        .isEqualTo("{\"unwished\":[\"d/c\"],\"favourites\":[\"d/e\"]}");
    assertThat(DeckBorder.wishes(wishes.replace("not-ever", "never"), "aa", 1))
        .contains("wishes.wishes[2].wish is none of");
  }
}
