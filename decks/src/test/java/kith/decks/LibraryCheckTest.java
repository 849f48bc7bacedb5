package kith.decks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Faults planted into the founding library, one at a time: the check of the whole library tells
/// just that one.
final class LibraryCheckTest {
  private static final Founding ENGLISH = Founding.in("en");
  private static final Founding GERMAN = Founding.in("de");

  @Test
  void a_missing_translation_is_told() {
    List<DeckPrompt> fewer =
        GERMAN.prompts().stream().filter(one -> !one.id().equals("love-2-005")).toList();
    assertThat(told(ENGLISH, with(GERMAN, fewer)))
        .containsExactly(
            "founding/en/love.md: love-2-005 is missing in the language de."
                + " Write it in the file of the same name in the folder de.");
  }

  @Test
  void a_missing_way_of_hearing_is_told() {
    Map<String, List<String>> entries = new LinkedHashMap<>(GERMAN.catalogue().entries());
    assertThat(entries.remove("thanks")).isNotNull();
    Catalogue fewer = new Catalogue(entries, List.of());
    assertThat(told(ENGLISH, german(fewer, GERMAN.evening())))
        .containsExactly(
            "words.md: thanks is missing in the language de."
                + " Write it in the file of the same name in the folder de.");
  }

  @Test
  void a_missing_part_of_the_evening_is_told() {
    List<Evening.Part> parts = GERMAN.evening().parts();
    Evening shorter = new Evening(parts.subList(0, parts.size() - 1), List.of());
    assertThat(told(ENGLISH, german(GERMAN.catalogue(), shorter)))
        .containsExactly(
            "evening.md: a part of the evening is missing in the language de."
                + " Write it in the file of the same name in the folder de.");
  }

  @Test
  void an_evening_that_asks_what_does_not_suit_everyone_is_told_in_its_language() {
    UnaryOperator<Evening.Part> deeper =
        part ->
            part.ring() == 2
                ? new Evening.Part(
                    part.line(), part.name(), part.ring(), part.minutes(), List.of("work-4-001"))
                : part;
    assertThat(told(ENGLISH, german(GERMAN.catalogue(), changed(deeper))))
        .singleElement()
        .asString()
        .startsWith("founding/de/evening.md:")
        .contains("work-4-001 does not suit every pair at this ring.");
  }

  @Test
  void an_evening_that_takes_all_night_is_told_in_its_language() {
    UnaryOperator<Evening.Part> longer =
        part -> new Evening.Part(part.line(), part.name(), part.ring(), 30, part.lines());
    assertThat(told(ENGLISH, german(GERMAN.catalogue(), changed(longer))))
        .singleElement()
        .asString()
        .matches("founding/de/evening.md: It takes \\d+ minutes. Bring it to about 45.");
  }

  @Test
  void one_prompt_too_much_like_another_is_told_wherever_it_stands() {
    List<DeckPrompt> more = new ArrayList<>(GERMAN.prompts());
    DeckPrompt first = more.getFirst();
    int last = more.size() - 1;
    more.set(
        last,
        new DeckPrompt(
            more.get(last).place(), more.get(last).id(), first.aim(), first.text(), first.tail()));
    assertThat(told(ENGLISH, with(GERMAN, more)))
        .singleElement()
        .asString()
        .contains(more.get(last).id() + " is nearly " + first.id());
  }

  @Test
  void a_prompt_against_the_rules_is_told_in_every_language() {
    List<DeckPrompt> harmful = new ArrayList<>(GERMAN.prompts());
    DeckPrompt one = harmful.getFirst();
    harmful.set(
        0,
        new DeckPrompt(
            one.place(), one.id(), one.aim(), "Wie lautet dein Passwort?", Optional.empty()));
    assertThat(told(ENGLISH, with(GERMAN, harmful)))
        .singleElement()
        .asString()
        .contains("“Passwort” touches");
  }

  private static List<String> told(Founding... library) {
    return DeckCheck.library(List.of(library)).problems().stream().map(Mistake::toString).toList();
  }

  private static Founding with(Founding founding, List<DeckPrompt> prompts) {
    return new Founding(
        founding.language(), prompts, founding.catalogue(), founding.evening(), List.of());
  }

  private static Founding german(Catalogue catalogue, Evening evening) {
    return new Founding("de", GERMAN.prompts(), catalogue, evening, List.of());
  }

  private static Evening changed(UnaryOperator<Evening.Part> change) {
    return new Evening(GERMAN.evening().parts().stream().map(change).toList(), List.of());
  }
}
