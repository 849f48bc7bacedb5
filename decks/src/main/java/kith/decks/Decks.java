package kith.decks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The decks that come with Kith, as the text that the core reads.
public final class Decks {
  private Decks() {}

  /// The first deck, in English: `kith/decks/founding.en.json`.
  public static String founding() {
    return text("founding.en.json");
  }

  private static String text(String file) {
    try (InputStream stream = Objects.requireNonNull(Decks.class.getResourceAsStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException("a deck of this build could not be read", cause);
    }
  }
}
