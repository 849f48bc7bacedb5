package kith.decks;

import java.util.ArrayList;
import java.util.List;

/// The founding library in one language: prompts, catalogue, evening, and whatever is wrong in
/// their files.
record Founding(
    String language,
    List<DeckPrompt> prompts,
    Catalogue catalogue,
    Evening evening,
    List<Mistake> mistakes) {
  /// The name of the deck.
  static final String DECK = "founding";

  /// The language that the others are translated from.
  static final String FIRST = "en";

  /// Languages that are whole: the checks hold each to every prompt of the first.
  static final List<String> LANGUAGES = List.of(FIRST, "de");

  private static final List<String> FILES =
      List.of(
          "everyday",
          "work",
          "family",
          "friends",
          "love",
          "body",
          "feelings",
          "beliefs",
          "for-friends",
          "for-partners",
          "for-family",
          "light",
          "grateful");

  Founding {
    prompts = List.copyOf(prompts);
    mistakes = List.copyOf(mistakes);
  }

  /// The library in `language`, one of [#LANGUAGES].
  static Founding in(String language) {
    List<DeckPrompt> originals = language.equals(FIRST) ? List.of() : in(FIRST).prompts();
    List<DeckPrompt> prompts = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (String each : FILES) {
      String name = path(language, each);
      DeckFile file = DeckReader.translation(name, Resource.text(name), originals);
      prompts.addAll(file.prompts());
      mistakes.addAll(file.mistakes());
    }
    Catalogue catalogue = Catalogue.read(path(language, "words"));
    Evening evening = Evening.read(path(language, "evening"));
    mistakes.addAll(catalogue.mistakes());
    mistakes.addAll(evening.mistakes());
    return new Founding(language, prompts, catalogue, evening, mistakes);
  }

  private static String path(String language, String file) {
    return DECK + "/" + language + "/" + file + ".md";
  }
}
