package kith.decks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What no prompt may touch or take for granted, as words by language: `forbidden.LANGUAGE.txt`. A
/// list cannot judge; it catches the slip, and a person reads the rest.
final class Forbidden {
  private record Matter(String name, Pattern words) {}

  private final List<Matter> matters = new ArrayList<>();

  Forbidden(String language) {
    for (String line : Resource.text("forbidden." + language + ".txt").split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        matters.add(new Matter(line.substring(0, colon), pattern(line.substring(colon + 1))));
      }
    }
  }

  /// `kill, knife*`: whole words, and with a star their beginnings.
  private static Pattern pattern(String words) {
    List<String> each = new ArrayList<>();
    for (String word : words.strip().split(", *", -1)) {
      each.add(
          word.endsWith("*")
              ? Pattern.quote(word.substring(0, word.length() - 1))
              : Pattern.quote(word) + "\\b");
    }
    return Pattern.compile(
        "\\b(?:" + String.join("|", each) + ")",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// A sentence for each matter that `text` touches, whichever apostrophe it is written with.
  List<String> in(String text) {
    String plain = text.replace('’', '\'');
    List<String> found = new ArrayList<>();
    for (Matter matter : matters) {
      var match = matter.words().matcher(plain);
      if (match.find()) {
        found.add("“%s” touches %s.".formatted(match.group(), matter.name()));
      }
    }
    return found;
  }
}
