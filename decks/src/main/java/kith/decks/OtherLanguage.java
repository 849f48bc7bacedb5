package kith.decks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Prompts that are not in the language that their file says. Told by the small words, of which no
/// sentence can do without: several of another language, and none of its own.
final class OtherLanguage {
  /// One may be a name or a word that is borrowed.
  private static final int SEVERAL = 2;

  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

  private final String language;

  OtherLanguage(String language) {
    this.language = language;
  }

  List<Mistake> mistakes(List<DeckPrompt> prompts) {
    List<Mistake> mistakes = new ArrayList<>();
    for (String other : Founding.LANGUAGES) {
      if (!other.equals(language)) {
        Set<String> own = small(language, other);
        Set<String> others = small(other, language);
        prompts.stream()
            .filter(prompt -> count(prompt, own) == 0 && count(prompt, others) >= SEVERAL)
            .forEach(prompt -> mistakes.add(mistake(prompt, other)));
      }
    }
    return mistakes;
  }

  private Mistake mistake(DeckPrompt prompt, String other) {
    return new Mistake(
        prompt.place().file(),
        prompt.place().line(),
        "%s reads like “%s”, and the file says “%s”.".formatted(prompt.id(), other, language),
        "Put it into a file of its own language, or mend the line language.");
  }

  /// The small words of one language that are none of another.
  private static Set<String> small(String language, String other) {
    Set<String> words = new HashSet<>(words(Resource.text("plain." + language + ".txt")));
    words.removeAll(words(Resource.text("plain." + other + ".txt")));
    return words;
  }

  private static long count(DeckPrompt prompt, Set<String> words) {
    return words(prompt.whole()).stream().filter(words::contains).count();
  }

  private static List<String> words(String text) {
    return NOT_A_LETTER
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
