package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.ToIntFunction;
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
    assertThat(DeckRating.figures(Map.of("a", filled, "b", filled)))
        .contains("a: 120 prompts, Spearman 1.000, kappa 1.000, weighted kappa 1.000")
        .contains("median of 2: 120 prompts, Spearman 1.000")
        .contains("between raters: weighted kappa 1.000")
        .doesNotContain("stands at ring");
  }

  @Test
  void a_rater_who_sees_them_the_other_way_round_is_shown_to() {
    String filled = filled(prompt -> 5 - prompt.aim().ring().depth());
    assertThat(DeckRating.figures(Map.of("a", filled)))
        .contains("Spearman -1.000")
        .contains("stands at ring 1, raters say 4");
  }

  @Test
  void a_line_without_a_rating_and_a_prompt_reworded_since_are_told() {
    String text = "1 | 2 | No such prompt?\n2 | _ | What?\n";
    assertThat(DeckRating.figures(Map.of("a", text)))
        .contains("a:1: These words are no prompt any more.")
        .contains("a:2: Here is no rating.");
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
