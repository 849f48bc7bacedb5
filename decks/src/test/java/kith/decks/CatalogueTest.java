package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kith.core.bond.Way;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  @Test
  void every_way_of_hearing_has_words() {
    assertThat(Founding.in("en").catalogue().entries().keySet())
        .containsAll(Arrays.stream(Way.values()).map(Way::word).toList());
  }

  @Test
  void what_must_not_hint_at_a_cause_has_one_wording() {
    assertThat(Founding.in("en").catalogue().entries())
        .allSatisfy(
            (name, variants) -> {
              if (Catalogue.ALWAYS_THE_SAME.contains(name)) {
                assertThat(variants).hasSize(1);
              } else {
                assertThat(variants).hasSizeGreaterThan(2).doesNotHaveDuplicates();
              }
            });
  }

  @Test
  void a_catalogue_with_too_little_or_too_much_is_told() {
    String text =
        """
        ---
        deck: d
        language: en
        ---
        ## ended
        - It is over.
        - They left.
        ## heard
        Heard.
        ## heard
        - One.
        - Two.
        - Three.
        """;
    assertThat(Catalogue.read("w.md", text).mistakes())
        .extracting(Mistake::cause)
        .containsExactly(
            "ended has 2 variants.",
            "heard has 1 variants.",
            "A line under heard is no variant.",
            "heard stands here a second time.");
  }
}
