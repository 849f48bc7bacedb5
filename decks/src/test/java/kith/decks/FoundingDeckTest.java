package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kith.core.bond.Prompt;
import kith.core.bond.Topic;
import kith.core.border.DeckText;
import org.junit.jupiter.api.Test;

final class FoundingDeckTest {
  /// Words that no prompt of this deck may hold: they assume what not everyone has, or lead where
  /// no prompt goes.
  private static final List<String> NEVER =
      List.of(
          "mother",
          "father",
          "parent",
          "child of yours",
          "your children",
          "husband",
          "wife",
          "god",
          "pray",
          "salary",
          "password",
          "address",
          "abuse",
          "crime",
          "secret about",
          "trauma",
          "hurt yourself",
          "sex");

  private final List<Prompt> prompts = DeckText.read(Decks.founding()).prompts();

  @Test
  void every_topic_but_love_has_prompts_for_the_first_ring() {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    prompts.stream()
        .filter(prompt -> prompt.ring().depth() == 1)
        .forEach(prompt -> topics.add(prompt.topic()));
    assertThat(topics).isEqualTo(EnumSet.complementOf(EnumSet.of(Topic.LOVE)));
  }

  @Test
  void ids_are_unique_and_say_topic_and_ring() {
    assertThat(prompts).extracting(Prompt::id).doesNotHaveDuplicates();
    assertThat(prompts)
        .allSatisfy(
            prompt ->
                assertThat(prompt.id())
                    .matches(prompt.topic().word() + "-" + prompt.ring().depth() + "-\\d{3}"));
  }

  @Test
  void no_prompt_goes_deeper_than_the_second_ring() {
    assertThat(prompts).extracting(prompt -> prompt.ring().depth()).containsOnly(1, 2);
    assertThat(prompts).filteredOn(prompt -> prompt.ring().depth() == 1).hasSize(24);
  }

  @Test
  void each_prompt_is_one_short_question() {
    assertThat(prompts)
        .extracting(Prompt::text)
        .allSatisfy(
            text -> {
              assertThat(text.length()).isBetween(20, 120);
              assertThat(text).endsWith("?");
              assertThat(text.chars().filter(unit -> unit == '?').count()).isEqualTo(1);
            });
  }

  @Test
  void no_prompt_assumes_a_life_or_leads_into_harm() {
    assertThat(prompts)
        .extracting(prompt -> prompt.text().toLowerCase(Locale.ROOT))
        .allSatisfy(text -> assertThat(text).doesNotContain(NEVER));
  }
}
