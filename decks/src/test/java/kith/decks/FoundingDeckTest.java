package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import kith.core.border.DeckText;
import kith.core.deck.Deck;
import kith.core.deck.Suits;
import org.junit.jupiter.api.Test;

final class FoundingDeckTest {
  @Test
  void there_is_nothing_to_mend_in_the_founding_decks() {
    assertThat(DeckCheck.founding().problems()).isEmpty();
  }

  @Test
  void every_id_says_where_its_prompt_belongs() {
    assertThat(Founding.in(Founding.FIRST).prompts())
        .allSatisfy(
            prompt -> {
              DeckPrompt.Aim aim = prompt.aim();
              String place =
                  switch (aim.kind()) {
                    case LIGHT, GRATEFUL -> aim.kind().word();
                    case QUESTION, STORY, ACT ->
                        (aim.suits() == Suits.ANY
                                ? aim.topic().word()
                                : "for-" + aim.suits().word())
                            + "-"
                            + aim.ring().depth();
                  };
              assertThat(prompt.id()).matches(place + "-\\d{3}");
            });
  }

  @Test
  void what_the_core_reads_is_what_the_counsellor_wrote() {
    for (String language : Founding.LANGUAGES) {
      Words.files(Founding.in(language))
          .forEach(
              (name, text) ->
                  assertThat(Resource.text(name))
                      .as("run kith.decks.WriteFounding after changing words (docs/prompts.md)")
                      .isEqualTo(text));
    }
  }

  @Test
  void apostrophes_are_those_of_print() {
    for (String language : Founding.LANGUAGES) {
      assertThat(Words.files(Founding.in(language)).values())
          .isNotEmpty()
          .noneMatch(text -> text.contains("'"));
    }
  }

  @Test
  void the_core_can_read_each_of_them() {
    int prompts = 0;
    for (Suits suits : Suits.values()) {
      Deck deck = DeckText.read(Resource.text(CoreDeck.file(suits, Founding.FIRST)));
      prompts += deck.prompts().size();
    }
    assertThat(prompts).isEqualTo(Founding.in(Founding.FIRST).prompts().size());
    assertThat(DeckText.read(Decks.founding()).prompts()).hasSizeGreaterThan(384);
  }

  @Test
  void deeper_rings_are_judged_deeper_on_both_axes() {
    for (Suits suits : Suits.values()) {
      double deep = -1;
      double personal = -1;
      for (int ring = 1; ring <= 4; ring++) {
        double deeper = mean(suits, ring, true);
        double morePersonal = mean(suits, ring, false);
        assertThat(deeper).isGreaterThan(deep + 10);
        assertThat(morePersonal).isGreaterThan(personal + 10);
        deep = deeper;
        personal = morePersonal;
      }
    }
  }

  private static double mean(Suits suits, int ring, boolean deep) {
    return Founding.in(Founding.FIRST).prompts().stream()
        .map(DeckPrompt::aim)
        .filter(aim -> aim.suits() == suits && aim.ring().depth() == ring)
        .mapToInt(aim -> deep ? aim.deep() : aim.personal())
        .average()
        .orElseThrow();
  }
}
