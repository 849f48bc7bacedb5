package kith.decks;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Something that has a word of its own in deck files.
interface Named {
  /// That word.
  String word();

  /// The one of `all` that is called `word`.
  static <T extends Named> Optional<T> in(T[] all, String word) {
    return Arrays.stream(all).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The words of all, for a remedy.
  static String words(Named[] all) {
    return Arrays.stream(all).map(Named::word).collect(Collectors.joining(", "));
  }
}
