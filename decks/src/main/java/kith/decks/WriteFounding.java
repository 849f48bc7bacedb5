package kith.decks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the founding deck for the core from its Markdown, after a change of words:
/// `java -cp core/target/classes:decks/target/classes kith.decks.WriteFounding
/// decks/src/main/resources/kith/decks`.
final class WriteFounding {
  private WriteFounding() {}

  /// Writes into the folder given.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (String language : Founding.LANGUAGES) {
      Founding founding = Founding.in(language);
      for (Suits suits : Suits.values()) {
        Path file = folder.resolve(CoreDeck.file(suits, language));
        Files.writeString(file, CoreDeck.text(founding, suits));
      }
    }
  }
}
