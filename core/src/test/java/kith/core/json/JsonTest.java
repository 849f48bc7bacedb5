package kith.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  private static final int LONGEST = 1 << 20;
  private static final long SEED = 20260101L;
  private static final int ROUNDS = 20_000;
  private static final String PIECES = "{}[]\",:0123-+.eE\\u/ntrufalse \u0001\ud83d\udc25é\ud800";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{\"a\" 1}",
        "{a:1}",
        "01",
        "1.",
        ".5",
        "+1",
        "--1",
        "1e",
        "tru",
        "nul",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u00\"",
        "\"a\nb\"",
        "1 2",
        "{} {}",
        "[1\u00a0]",
        "'a'",
        "NaN",
        "\u0000"
      })
  void what_is_not_json_is_refused_by_name(String text) {
    assertThatThrownBy(() -> JsonReader.read(text, LONGEST))
        .isInstanceOf(MalformedText.class)
        .hasMessageStartingWith("not JSON: ");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "9007199254740991", "-9007199254740991"})
  void whole_numbers_are_whole(long value) {
    assertThat(JsonReader.read(Long.toString(value), LONGEST)).isEqualTo(new Json.Whole(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.0", "1e3", "-0", "9007199254740992", "99999999999999999999", "0.5", "1E-2"})
  void no_other_number_passes_for_a_whole_one(String text) {
    assertThat(JsonReader.read(text, LONGEST)).isEqualTo(new Json.Other(text));
  }

  @Test
  void a_text_longer_than_allowed_is_refused() {
    assertThatThrownBy(() -> JsonReader.read("[1,2]", 4)).hasMessage("longer than 4 characters");
  }

  @Test
  void what_lies_too_deep_is_passed_over_and_cannot_exhaust_the_stack() {
    int levels = LONGEST / 4;
    String deep = "[\"]\",".repeat(levels / 3) + "0" + "]".repeat(levels / 3);
    Json read = JsonReader.read("{\"deep\":" + deep + ",\"after\":1}", LONGEST * 2);
    assertThat(((Json.Fields) read).at("after")).contains(new Json.Whole(1));
    assertThatThrownBy(() -> JsonReader.read("[".repeat(levels), LONGEST))
        .isInstanceOf(MalformedText.class);
  }

  @Test
  void text_is_written_as_javascript_writes_it() {
    Json text = new Json.Text("a\"\\/\b\f\n\r\t\u0001\u2028é\ud83d\udc25\ud800x\udc25");
    assertThat(JsonWriter.write(text))
        .isEqualTo("\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u2028é\ud83d\udc25\\ud800x\\udc25\"");
  }

  @Test
  void what_is_written_reads_back_the_same() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Json value = any(random, 5);
      String written = JsonWriter.write(value);
      assertThat(JsonReader.read(written, LONGEST)).as("seed %d", SEED).isEqualTo(value);
    }
    System.out.println("json: " + ROUNDS + " generated values read back the same, seed " + SEED);
  }

  @Test
  void any_text_is_read_or_refused_and_what_is_read_is_stable() {
    Random random = new Random(SEED);
    int read = 0;
    for (int round = 0; round < ROUNDS * 10; round++) {
      read += stable(damaged(random)) ? 1 : 0;
    }
    System.out.println(
        "json: of " + ROUNDS * 10 + " damaged texts " + read + " were still JSON, seed " + SEED);
    assertThat(read).isBetween(1, ROUNDS * 10 - 1);
  }

  private static boolean stable(String text) {
    try {
      String once = JsonWriter.write(JsonReader.read(text, LONGEST));
      assertThat(JsonWriter.write(JsonReader.read(once, LONGEST))).isEqualTo(once);
      return true;
    } catch (MalformedText refused) {
      return false;
    }
  }

  private static String damaged(Random random) {
    StringBuilder text = new StringBuilder(JsonWriter.write(any(random, 3)));
    int at = random.nextInt(text.length());
    text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
    return text.toString();
  }

  private static Json any(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> new Json.Null();
      case 1 -> new Json.Truth(random.nextBoolean());
      case 2 -> new Json.Whole(random.nextLong() >> (10 + random.nextInt(54)));
      case 3 -> new Json.Other(random.nextInt() + ".5");
      case 4 -> new Json.Text(text(random));
      case 5, 6 -> items(random, depth - 1);
      default -> fields(random, depth - 1);
    };
  }

  private static Json items(Random random, int depth) {
    List<Json> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(any(random, depth));
    }
    return new Json.Items(values);
  }

  private static Json fields(Random random, int depth) {
    Json.Building building = Json.object();
    for (int i = random.nextInt(4); i > 0; i--) {
      building.with(text(random), any(random, depth));
    }
    return building.built();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int roll = random.nextInt(4);
      int range = roll == 0 ? 32 : roll == 1 ? 65_536 : 128;
      text.append((char) random.nextInt(range));
    }
    return text.toString();
  }
}
