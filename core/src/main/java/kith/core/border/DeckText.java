package kith.core.border;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.core.bond.Prompt;
import kith.core.deck.Deck;
import kith.core.json.Json;
import kith.core.json.JsonReader;

/// Decks as text:
/// `{"v":1,"deck":"founding","language":"en","prompts":[{"id","topic","ring","text"}...]}`.
public final class DeckText {
  /// UTF-16 code units: some thousands of prompts.
  private static final int LONGEST = 1 << 20;

  private DeckText() {}

  /// The deck that `text` holds; else [MalformedText].
  public static Deck read(String text) {
    Reading from = Reading.of("deck", JsonReader.read(text, LONGEST));
    from.version();
    String deck = PromptText.name(from, "deck");
    String language = PromptText.name(from, "language");
    List<Prompt> prompts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Json one : from.items("prompts")) {
      Reading prompt = Reading.of("deck.prompts[" + prompts.size() + "]", one);
      prompts.add(PromptText.read(prompt, deck, language));
      if (!ids.add(prompt.text("id"))) {
        throw prompt.wrong("id", "is given twice");
      }
    }
    return new Deck(prompts);
  }
}
