package kith.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// 1024 plain words, ten bits each, no two alike in their first four letters: the words to unlock
/// with, and the words to compare aloud. The list never changes: people have written it down.
final class WordList {

  /// How many bits one word stands for.
  static final int BITS = 10;

  /// So many letters tell a word from all others.
  private static final int TELLING = 4;

  private static final List<String> WORDS = load();

  private WordList() {}

  /// The word of ten bits.
  static String word(int number) {
    return WORDS.get(number);
  }

  /// The word that was meant: written out, or by its first four letters.
  static Optional<String> meant(String typed) {
    return WORDS.stream()
        .filter(word -> word.equals(typed) || word.substring(0, TELLING).equals(typed))
        .findFirst();
  }

  private static List<String> load() {
    try (InputStream file = WordList.class.getResourceAsStream("words.en.txt")) {
      byte[] bytes = Objects.requireNonNull(file, "the list of words").readAllBytes();
      return List.of(new String(bytes, StandardCharsets.US_ASCII).strip().split("\n"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
