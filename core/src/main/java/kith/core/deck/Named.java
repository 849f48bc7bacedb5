package kith.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something that has a word of its own in decks.
public interface Named {
  /// That word.
  String word();

  /// The one of `all` that is called `word`.
  static <T extends Named> Optional<T> in(T[] all, String word) {
    for (T each : all) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The words of all, for a remedy.
  static String words(Named[] all) {
    List<String> words = new ArrayList<>();
    for (Named each : all) {
      words.add(each.word());
    }
    return String.join(", ", words);
  }
}
