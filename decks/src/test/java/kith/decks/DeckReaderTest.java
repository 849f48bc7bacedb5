package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.deck.NotFor;
import kith.core.deck.PromptKind;
import kith.core.deck.Suits;
import kith.decks.DeckPrompt.Aim;
import kith.decks.DeckPrompt.Place;
import org.junit.jupiter.api.Test;

final class DeckReaderTest {
  private static final String FRONT = "---\ndeck: evenings\nlanguage: en\n---\n";

  @Test
  void a_prompt_is_read_with_all_that_its_file_says() {
    String text =
        FRONT
            + """

            # topic work, ring 2

            ## tools, kind story, suits friends, not work grief, deep 40, personal 35
            Tell of a tool
            that you are fond of.
            > What do you feel when you hold it?
            """;
    DeckFile file = DeckReader.read("a.md", text);
    assertThat(file.mistakes()).isEmpty();
    Aim aim =
        new Aim(
            Topic.WORK,
            new Ring(2),
            PromptKind.STORY,
            Suits.FRIENDS,
            Set.of(NotFor.WORK, NotFor.GRIEF),
            40,
            35);
    assertThat(file.prompts())
        .containsExactly(
            new DeckPrompt(
                new Place("a.md", 8),
                "tools",
                aim,
                "Tell of a tool that you are fond of.",
                Optional.of("What do you feel when you hold it?")));
  }

  @Test
  void the_nearest_setting_wins() {
    String text =
        """
        ---
        deck: d
        language: en
        topic: work
        ring: 1
        ---
        ## a
        One?
        # topic body
        ## b
        Two?
        ## c, topic love
        Three?
        """;
    assertThat(DeckReader.read("a.md", text).prompts())
        .extracting(prompt -> prompt.aim().topic())
        .containsExactly(Topic.WORK, Topic.BODY, Topic.LOVE);
  }

  @Test
  void every_mistake_is_told_with_its_line_and_not_only_the_first() {
    String text =
        FRONT
            + """
            # topic work, ring 2
            ## Tools
            One?
            > Tail?
            ## deep-one, ring 7
            Two?
            ## shallow, depth 3
            Three?
            ## shallow
            See www.example.org?
            > Tail?
            More?
            """;
    assertThat(said(text))
        .containsExactly(
            "14: This line holds an address (“www.”).",
            "11: “depth 3” is no setting.",
            "16: Here are words after the feeling tail.",
            "6: “Tools” is no id.",
            "9: “7” is no ring.",
            "11: From ring 2 on a prompt ends with a feeling tail.",
            "13: The id shallow stands in line 11 already.");
  }

  @Test
  void a_file_that_is_no_deck_says_how_to_begin() {
    List<Mistake> mistakes = DeckReader.read("a.md", "What do you like?").mistakes();
    assertThat(mistakes).extracting(Mistake::cause).contains("There is no prompt in this file.");
    assertThat(mistakes.getFirst().toString())
        .isEqualTo(
            "a.md:1: The file does not begin with its front matter. Begin with a line ---, then"
                + " deck: NAME and language: en, then a line ---.");
  }

  @Test
  void every_mistake_has_a_remedy() {
    String text = "---\ndeck: A B\n---\n# ring 2\n## a, kind dare, suits all, not sad, deep 200\n";
    assertThat(DeckReader.read("a.md", text).mistakes())
        .hasSizeGreaterThan(6)
        .allSatisfy(mistake -> assertThat(mistake.remedy()).endsWith("."));
  }

  @Test
  void a_translation_takes_all_but_the_words_from_the_original() {
    String text = FRONT + "# topic work, ring 1\n## a, deep 9\nOne?\n";
    List<DeckPrompt> originals = DeckReader.read("en.md", text).prompts();
    String german =
        "---\ndeck: evenings\nlanguage: de\ntranslates: en\n---\n## a\nEins?\n## b\nZwei?\n";
    DeckFile file = DeckReader.translation("de.md", german, originals);
    assertThat(file.prompts()).extracting(DeckPrompt::text).containsExactly("Eins?");
    assertThat(file.prompts().getFirst().aim()).isEqualTo(originals.getFirst().aim());
    assertThat(file.mistakes())
        .extracting(Mistake::cause)
        .containsExactly("No prompt with the id b is known to be translated.");
  }

  private static List<String> said(String text) {
    return DeckReader.read("a.md", text).mistakes().stream()
        .map(mistake -> mistake.line() + ": " + mistake.cause())
        .toList();
  }
}
