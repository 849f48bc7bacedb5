package kith.core.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BorderTest {
  private static final long DAY = 20_000;
  private static final long NOW = DAY * Histories.A_DAY;
  private static final int MANY = 100_000;

  private final Border border = open();

  private static Border open() {
    return Border.open(0, Histories.SEED, Histories.deck("founding.en"));
  }

  @Test
  void a_sound_bond_has_no_problem() {
    assertThat(border.problem()).isEmpty();
  }

  @Test
  void a_bond_that_cannot_be_opened_says_why_to_every_question() {
    Border broken = Border.open(2, Histories.SEED, "{}");
    assertThat(broken.problem()).contains("\"malformed\"", "seat is not 0 or 1");
    assertThat(broken.take("")).isEqualTo(broken.problem());
    assertThat(broken.view("", 0)).isEqualTo(broken.problem());
    assertThat(broken.decide("", "", 0)).isEqualTo(broken.problem());
    assertThat(Border.open(0, "x", "{}").problem()).contains("seed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | deck is not an object",
        "{} | deck.v is missing",
        "{\"v\":2} | deck.v is not a whole number from 1 to 1",
        "{\"v\":1,\"deck\":\"\"} | deck.deck is not 1 to 64 characters long",
      })
  void a_bad_deck_is_named(String deck, String detail) {
    assertThat(Border.open(0, Histories.SEED, deck).problem()).contains(detail);
  }

  @Test
  void a_deck_with_one_id_twice_is_refused() {
    String one = "{\"id\":\"a\",\"topic\":\"work\",\"ring\":1,\"text\":\"What?\"}";
    String deck =
        "{\"v\":1,\"deck\":\"d\",\"language\":\"en\",\"prompts\":[%s,%s]}".formatted(one, one);
    assertThat(Border.open(0, Histories.SEED, deck).problem())
        .contains("deck.prompts[1].id is given twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "{\"day\":1,\"unreadable\":true}",
        "{\"seq\":1.0,\"day\":1,\"unreadable\":true}",
        "{\"seq\":0,\"day\":1,\"unreadable\":true}",
        "{\"seq\":1,\"day\":-1,\"unreadable\":true}",
        "{\"seq\":1,\"day\":100000000,\"unreadable\":true}",
        "{\"seq\":1,\"day\":1,\"at\":1,\"v\":1,\"events\":[]}",
        "{\"seq\":1,\"day\":1,\"by\":2,\"at\":1,\"v\":1,\"events\":[]}",
        "{\"seq\":1,\"seq\":1,\"day\":1,\"unreadable\":true}",
        "{\"seq\":1,\"day\":1,\"by\":1,\"at\":1,\"v\":1,\"events\":[{\"a\":1,\"a\":1}]}"
      })
  void a_malformed_entry_is_refused_and_changes_nothing(String entry) {
    String before = border.view(Histories.NOTHING, NOW);
    assertThat(border.take(entry)).startsWith("{\"error\":{\"reason\":\"malformed\",");
    assertThat(border.view(Histories.NOTHING, NOW)).isEqualTo(before);
    assertThat(border.take(Histories.unreadable(1, DAY))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seq\":1,\"day\":1,\"by\":0}",
        "{\"seq\":1,\"day\":1,\"by\":0,\"at\":\"x\",\"v\":1,\"events\":[]}",
        "{\"seq\":1,\"day\":1,\"by\":0,\"at\":1,\"v\":2,\"events\":[]}",
        "{\"seq\":1,\"day\":1,\"by\":0,\"at\":1,\"v\":1,\"events\":{}}",
        "{\"seq\":1,\"day\":1,\"by\":0,\"at\":1,\"v\":1,\"events\":[7]}",
        "{\"seq\":1,\"day\":1,\"by\":0,\"at\":1,\"v\":1,\"events\":[{\"type\":\"swapped\"}]}",
        "{\"seq\":1,\"day\":1,\"opened\":7}",
        "{\"seq\":1,\"day\":1,\"opened\":{\"exchange\":\"x\",\"answers\":[null,null]}}"
      })
  void whatever_an_author_wrote_takes_its_place_and_is_set_aside(String entry) {
    assertThat(border.take(entry)).isEmpty();
    assertThat(border.view(Histories.NOTHING, NOW)).endsWith("\"setAside\":1}");
  }

  @Test
  void an_author_cannot_stop_the_other_by_nesting() {
    String deep = "[".repeat(2000) + "]".repeat(2000);
    assertThat(border.take(Histories.written(1, DAY, 1, deep, deep))).isEmpty();
    assertThat(border.view(Histories.NOTHING, NOW)).endsWith("\"setAside\":2}");
  }

  @Test
  void a_response_has_room_for_two_thousand_characters_and_no_more() {
    border.take(Histories.written(1, DAY, 0, Histories.drawn(1, "work", 1)));
    border.take(Histories.opening(2, DAY, 1));
    assertThat(border.decide(response(2000), Histories.NOTHING, NOW)).contains("accepted");
    assertThat(border.decide(response(2001), Histories.NOTHING, NOW)).contains("words-too-long");
    String event = response(2001).replace("\"respond\"", "\"responded\"");
    assertThat(border.take(Histories.written(3, DAY, 1, event))).isEmpty();
    assertThat(border.view(Histories.NOTHING, NOW))
        .contains("\"theirResponse\":null")
        .endsWith("\"setAside\":1}");
  }

  @Test
  void whoever_has_values_sees_what_whoever_has_texts_sees() {
    border.take(Histories.written(1, DAY, 0, Histories.drawn(1, "work", 1)));
    border.take(Histories.opening(2, DAY, 1));
    for (String mine : List.of(Histories.NOTHING, "{\"v\":2,\"sealed\":[]}", "7")) {
      Json value = JsonReader.read(mine, mine.length());
      assertThat(JsonWriter.write(border.view(value, NOW))).isEqualTo(border.view(mine, NOW));
    }
  }

  @Test
  void whoever_has_values_learns_too_that_a_bond_could_not_be_opened() {
    Border broken = Border.open(2, Histories.SEED, "{}");
    Json view = broken.view(Json.object().built(), NOW);
    assertThat(JsonWriter.write(view)).isEqualTo(broken.problem());
  }

  @Test
  void an_answer_longer_than_eight_thousand_characters_is_not_shown() {
    border.take(Histories.written(1, DAY, 0, Histories.drawn(1, "work", 1)));
    String opening = Histories.opening(2, DAY, 1).replace("zero", "x".repeat(8001));
    assertThat(border.take(opening)).isEmpty();
    assertThat(border.view(Histories.NOTHING, NOW))
        .contains("\"mine\":{\"words\":null},\"theirs\":{\"words\":\"one\"}");
  }

  private static String response(int length) {
    return """
    {"type":"respond","exchange":"%s","ways":[],"words":"%s"}\
    """
        .formatted(Histories.exchange(1), "x".repeat(length));
  }

  @Test
  void entries_are_taken_once_and_without_gaps() {
    assertThat(border.take(Histories.unreadable(2, DAY))).contains("\"entry-missing\"");
    assertThat(border.take(Histories.unreadable(1, DAY))).isEmpty();
    assertThat(border.take(Histories.unreadable(1, DAY))).contains("\"entry-already-taken\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"v\":1,\"sealed\":[\"x\"]}", "{\"v\":1,\"sealed\":[1]}"})
  void malformed_private_state_is_refused(String mine) {
    assertThat(border.view(mine, NOW)).startsWith("{\"error\":{\"reason\":\"malformed\",");
    assertThat(border.decide("{}", mine, NOW)).startsWith("{\"error\":{\"reason\":\"malformed\",");
  }

  @Test
  void one_more_entry_costs_the_same_however_long_the_history() {
    Border longer = open();
    long start = System.nanoTime();
    for (int seq = 1; seq <= MANY; seq++) {
      longer.take(Histories.written(seq, DAY, seq % 2, Histories.swapped(0)));
    }
    System.out.printf(
        "fold: %,d entries in %,d ms%n", MANY, (System.nanoTime() - start) / 1_000_000);
    assertThat(longer.view(Histories.NOTHING, NOW)).endsWith("\"setAside\":" + MANY + "}");
  }
}
