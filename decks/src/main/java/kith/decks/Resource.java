package kith.decks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Files that come with this module.
final class Resource {
  private Resource() {}

  /// The text of the file of that name, seen from this package.
  static String text(String name) {
    try (InputStream stream =
        Objects.requireNonNull(Resource.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException("a file of this build could not be read", cause);
    }
  }
}
