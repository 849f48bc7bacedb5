package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EveningTest {
  @Test
  void an_evening_has_three_sets_of_rising_depth_in_about_45_minutes() {
    Evening evening = Founding.in("en").evening();
    assertThat(evening.minutes()).isEqualTo(45);
    assertThat(evening.parts().stream().filter(Evening.Part::isSet).map(Evening.Part::ring))
        .containsExactly(1, 2, 3);
    assertThat(evening.parts().getFirst().name()).isEqualTo("opening");
    assertThat(evening.parts().getLast().name()).isEqualTo("closing");
    assertThat(DeckShow.founding("en", "evening"))
        .contains("  Which small moment of an ordinary day");
  }

  @Test
  void an_evening_that_goes_too_deep_or_too_long_is_told() {
    String text =
        """
        ---
        deck: d
        language: en
        ---
        ## set-1, ring 2, minutes 60
        - love-2-001
        - nowhere-1-001
        """;
    Evening evening = Evening.read("e.md", text);
    assertThat(new EveningCheck("e.md", Founding.in("en").prompts()).mistakes(evening))
        .extracting(Mistake::cause)
        .containsExactly(
            "There are 1 sets.",
            "It takes 60 minutes.",
            "This set is at ring 2.",
            "love-2-001 does not suit every pair at this ring.",
            "No prompt has the id nowhere-1-001.");
  }
}
