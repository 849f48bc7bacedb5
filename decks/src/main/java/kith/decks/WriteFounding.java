package kith.decks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what apps ship of the founding library from its Markdown, after a change of words:
/// `java -cp core/target/classes:decks/target/classes kith.decks.WriteFounding
/// decks/src/main/resources/kith/decks`.
final class WriteFounding {
  private WriteFounding() {}

  /// Writes into the folder given.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (String language : Founding.LANGUAGES) {
      for (var file : Words.files(Founding.in(language)).entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    }
  }
}
