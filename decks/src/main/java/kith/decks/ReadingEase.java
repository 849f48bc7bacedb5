package kith.decks;

import java.util.Locale;
import java.util.regex.Pattern;

/// How easily a text reads, about 0 (hard) to 100 (easy): Flesch 1948 for English, Amstad 1978 for
/// German. Syllables are counted as groups of vowels, which is near enough to find the hard ones.
final class ReadingEase {
  /// Below this, someone reading in a second language, or tired, has to read twice.
  private static final double HARD = 50;

  /// The same in German, whose words are longer.
  private static final double HARD_IN_GERMAN = 40;

  private static final Pattern WORD = Pattern.compile("\\p{L}+(['’]\\p{L}+)?");
  private static final Pattern SENTENCE = Pattern.compile("[.?!:…]+(\\s|$)");
  private static final Pattern VOWELS = Pattern.compile("ei|ie|au|äu|eu|[aeiouyäöü]+");
  private static final Pattern SILENT_E = Pattern.compile("[^aeiouyl]e[sd]?$");

  private final boolean german;

  ReadingEase(String language) {
    german = language.equals("de");
  }

  /// What every prompt has to reach.
  double least() {
    return german ? HARD_IN_GERMAN : HARD;
  }

  double of(String text) {
    double words = Math.max(1, WORD.matcher(text).results().count());
    double sentences = Math.max(1, SENTENCE.matcher(text).results().count());
    double syllables = WORD.matcher(text).results().mapToInt(word -> syllables(word.group())).sum();
    double perSentence = words / sentences;
    double perWord = syllables / words;
    return german
        ? 180 - perSentence - 58.5 * perWord
        : 206.835 - 1.015 * perSentence - 84.6 * perWord;
  }

  private int syllables(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String spoken = german ? lower : SILENT_E.matcher(lower).replaceAll("");
    return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
  }
}
