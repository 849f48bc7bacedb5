package kith.decks;

import kith.core.deck.Suits;

/// The decks that come with Kith, as the text that the core reads.
public final class Decks {
  private Decks() {}

  /// The founding deck for any pair, in English: `kith/decks/founding.en.json`.
  public static String founding() {
    return founding(Founding.FIRST);
  }

  /// The same in another language, such as `de`.
  public static String founding(String language) {
    return Resource.text(CoreDeck.file(Suits.ANY, language));
  }
}
