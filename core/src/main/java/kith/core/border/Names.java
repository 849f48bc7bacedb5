package kith.core.border;

/// The shapes of names in decks. Without regular expressions, which would be the largest part of
/// the core in a browser.
final class Names {
  static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  private static final String LARGE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int LEAST_OF_A_LANGUAGE = 2;
  private static final int MOST_OF_A_LANGUAGE = 3;

  private Names() {}

  /// Small letters, digits and single hyphens between them.
  static boolean isName(String text) {
    return madeOf(text, SMALL + "0123456789-")
        && !text.startsWith("-")
        && !text.endsWith("-")
        && !text.contains("--");
  }

  /// A language tag of two or three letters, with or without a country.
  static boolean isLanguage(String text) {
    int hyphen = text.indexOf('-');
    String language = hyphen < 0 ? text : text.substring(0, hyphen);
    String country = hyphen < 0 ? "XX" : text.substring(hyphen + 1);
    return language.length() >= LEAST_OF_A_LANGUAGE
        && language.length() <= MOST_OF_A_LANGUAGE
        && madeOf(language, SMALL)
        && country.length() == 2
        && madeOf(country, LARGE);
  }

  /// At least one character, and each of them among `letters`.
  static boolean madeOf(String text, String letters) {
    for (int i = 0; i < text.length(); i++) {
      if (letters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
