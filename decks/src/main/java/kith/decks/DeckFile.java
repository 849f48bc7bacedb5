package kith.decks;

import java.util.List;

/// What a deck file says, and what is wrong in it.
///
/// @param deck the name of the deck
/// @param language of the words, as in BCP 47
/// @param prompts those that could be read
/// @param mistakes every one that was found; empty when the file is right
record DeckFile(String deck, String language, List<DeckPrompt> prompts, List<Mistake> mistakes) {
  DeckFile {
    prompts = List.copyOf(prompts);
    mistakes = List.copyOf(mistakes);
  }
}
