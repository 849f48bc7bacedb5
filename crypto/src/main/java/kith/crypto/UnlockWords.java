package kith.crypto;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words to unlock with. They are made here, never thought up: that is their whole strength.
public final class UnlockWords {

  /// Sixty bits, each guess of which costs 64 MiB and three passes.
  public static final int COUNT = 6;

  private UnlockWords() {}

  /// Six words, with a space between them.
  public static String make(Suite suite) {
    return Stream.generate(() -> word(suite)).limit(COUNT).collect(Collectors.joining(" "));
  }

  private static String word(Suite suite) {
    byte[] two = suite.random(2);
    return WordList.word((((two[0] & 0xff) << 8) | (two[1] & 0xff)) & ((1 << WordList.BITS) - 1));
  }

  /// The words as they were made, from how they were typed: in capitals or not, with any spaces or
  /// commas, each written out or by its first four letters. Refused unless they are six of the
  // list's.
  public static String read(String typed) throws Rejected {
    List<String> words =
        Stream.of(typed.toLowerCase(Locale.ROOT).split("[\\s\\p{Z},;.]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    Rejected.unless(words.size() == COUNT);
    Rejected.unless(words.stream().allMatch(word -> WordList.meant(word).isPresent()));
    return words.stream()
        .flatMap(word -> WordList.meant(word).stream())
        .collect(Collectors.joining(" "));
  }
}
