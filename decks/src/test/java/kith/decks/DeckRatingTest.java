package kith.decks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DeckRatingTest {
  private static final String SHEET = DeckRating.sheet("en", 7, 120);

  private final Map<String, DeckPrompt> prompts =
      Founding.in("en").prompts().stream()
          .collect(Collectors.toMap(DeckPrompt::text, prompt -> prompt));

  @Test
  void a_sheet_shows_neither_ring_nor_id_nor_tail_and_the_same_seed_gives_the_same() {
    assertThat(SHEET.lines().filter(line -> !line.startsWith("#")))
        .hasSize(120)
        .allSatisfy(line -> assertThat(line).matches("\\d+ \\| _ \\| .+"));
    assertThat(prompts.values())
        .allSatisfy(prompt -> assertThat(SHEET).doesNotContain(prompt.text() + " "));
    assertThat(SHEET).doesNotContain("-1-0").doesNotContain("-4-0");
    assertThat(DeckRating.sheet("en", 7, 120)).isEqualTo(SHEET);
    assertThat(DeckRating.sheet("en", 8, 120)).isNotEqualTo(SHEET);
  }

  @Test
  void raters_who_see_the_rings_as_they_are_agree_wholly() {
    String filled = filled(prompt -> prompt.aim().ring().depth());
    assertThat(figures(Map.of("a", filled, "b", filled)))
        .contains("a: 120 prompts, Spearman 1.000, kappa 1.000, weighted kappa 1.000")
        .contains("median of 2: 120 prompts, Spearman 1.000")
        .contains("between raters: weighted kappa 1.000")
        .doesNotContain("stands at ring");
  }

  @Test
  void a_rater_who_sees_them_the_other_way_round_is_shown_to() {
    String filled = filled(prompt -> 5 - prompt.aim().ring().depth());
    assertThat(figures(Map.of("a", filled)))
        .contains("Spearman -1.000")
        .contains("stands at ring 1, raters say 4");
  }

  @Test
  void a_line_without_a_rating_and_a_prompt_reworded_since_are_told() {
    String text = "1 | 2 | No such prompt?\n2 | _ | What?\n";
    assertThat(figures(Map.of("a", text)))
        .contains("a:1: These words are no prompt any more.")
        .contains("a:2: Here is no rating.", "No prompt is rated yet.")
        .doesNotContain("NaN");
  }

  @Test
  void a_sheet_that_is_no_text_is_told_and_the_others_count() {
    String filled = filled(prompt -> prompt.aim().ring().depth());
    byte[] latin = "1 | 2 | What caf\u00e9?".getBytes(ISO_8859_1);
    Said said = DeckRating.figures(Map.of("a", latin, "b", filled.getBytes(UTF_8)));
    assertThat(said.sound()).isFalse();
    assertThat(said.text())
        .contains("a:1: This line is not written in UTF-8.", "b: 120 prompts, Spearman 1.000")
        .doesNotContain("a: ");
    assertThat(DeckRating.figures(Map.of("a", latin)).text()).doesNotContain("Spearman");
  }

  @Test
  void a_mark_at_the_beginning_and_the_line_ends_of_any_system_are_no_mistake() {
    String filled = filled(prompt -> prompt.aim().ring().depth());
    for (String ends : new String[] {"\n", "\r\n", "\r"}) {
      assertThat(figures(Map.of("a", "\ufeff" + filled.replace("\n", ends))))
          .startsWith("a: 120 prompts, Spearman 1.000");
    }
  }

  @Test
  void the_blind_passes_in_the_repository_still_speak_of_nearly_all_they_rated()
      throws IOException {
    Map<String, byte[]> sheets = new TreeMap<>();
    for (int reader = 1; reader <= 3; reader++) {
      Path sheet = Path.of("ratings", "english-seed-2026-reader-%d.txt".formatted(reader));
      sheets.put("reader " + reader, Files.readAllBytes(sheet));
    }
    Said said = DeckRating.figures(sheets);
    assertThat(said.sound()).isTrue();
    Matcher median =
        Pattern.compile("median of 3: (\\d+) .*Spearman (0\\.\\d+)").matcher(said.text());
    assertThat(median.find()).isTrue();
    assertThat(Integer.parseInt(median.group(1))).isGreaterThanOrEqualTo(108);
    assertThat(Double.parseDouble(median.group(2))).isGreaterThanOrEqualTo(0.85);
  }

  private static String figures(Map<String, String> sheets) {
    Map<String, byte[]> bytes = new TreeMap<>();
    sheets.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return DeckRating.figures(bytes).text();
  }

  /// By hand: mid-ranks 1, 2.5, 2.5, 4 and 1.5, 1.5, 3, 4 give 3.75 / 4.5; two of four agree, by
  /// chance 3 of 16; squares apart are 2, by chance 11.5.
  @Test
  void the_figures_are_those_reckoned_by_hand() {
    int[] one = {1, 2, 2, 4};
    int[] other = {1, 1, 3, 4};
    assertThat(Agreement.spearman(one, other)).isCloseTo(3.75 / 4.5, within(1e-12));
    assertThat(Agreement.kappa(one, other)).isCloseTo(1 - 0.5 / 0.8125, within(1e-12));
    assertThat(Agreement.weightedKappa(one, other)).isCloseTo(1 - 2 / 11.5, within(1e-12));
  }

  private String filled(ToIntFunction<DeckPrompt> ring) {
    return SHEET
        .lines()
        .map(line -> line.startsWith("#") ? line : filled(line, ring))
        .collect(Collectors.joining("\n"));
  }

  private String filled(String line, ToIntFunction<DeckPrompt> ring) {
    String words = line.replaceFirst("\\d+ \\| _ \\| ", "");
    DeckPrompt prompt = prompts.get(words);
    assertThat(prompt).isNotNull();
    return prompt == null
        ? line
        : line.replace("| _ |", "| %d 50 40 |".formatted(ring.applyAsInt(prompt)));
  }
}
