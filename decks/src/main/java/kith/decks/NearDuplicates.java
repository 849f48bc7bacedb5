package kith.decks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Prompts that say nearly the same.
///
/// Two measures, each the share of what both have in what either has (Jaccard): of the stems of the
/// words that carry meaning, and of runs of three words with such a word among them. Above either
/// threshold, two prompts are near duplicates. The thresholds were set by reading the closest pairs
/// of the founding library: with half their stems in common, all asked for different things.
final class NearDuplicates {
  static final double ALIKE_IN_STEMS = 0.6;
  static final double ALIKE_IN_RUNS = 0.4;

  private static final int RUN = 3;

  /// Long enough to tell words apart, short enough to take endings away in both languages.
  private static final int LONGEST_STEM = 6;

  private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(ing|ed|es|en|er|s|e|n|t)$");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

  /// Two that are alike, and how much, 0 to 1.
  record Pair(DeckPrompt one, DeckPrompt other, double alike) {}

  private record Seen(DeckPrompt prompt, Set<String> stems, Set<String> runs) {}

  private final Set<String> plain;

  NearDuplicates(String language) {
    plain = new HashSet<>(words(Resource.text("plain." + language + ".txt")));
  }

  /// Every pair above a threshold.
  List<Pair> in(List<DeckPrompt> prompts) {
    List<Seen> seen = prompts.stream().map(this::seen).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      for (int j = 0; j < i; j++) {
        double stems = alike(seen.get(i).stems(), seen.get(j).stems());
        double runs = alike(seen.get(i).runs(), seen.get(j).runs());
        if (stems >= ALIKE_IN_STEMS || runs >= ALIKE_IN_RUNS) {
          pairs.add(new Pair(seen.get(j).prompt(), seen.get(i).prompt(), Math.max(stems, runs)));
        }
      }
    }
    return pairs;
  }

  private Seen seen(DeckPrompt prompt) {
    List<String> words = words(prompt.text());
    Set<String> stems = new HashSet<>();
    for (String word : words) {
      if (!plain.contains(word)) {
        stems.add(stem(word));
      }
    }
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      List<String> run = words.subList(i, i + RUN);
      if (!plain.containsAll(run)) {
        runs.add(String.join(" ", run));
      }
    }
    return new Seen(prompt, stems, runs);
  }

  private static String stem(String word) {
    String bare = ENDING.matcher(word).replaceFirst("");
    return bare.substring(0, Math.min(LONGEST_STEM, bare.length()));
  }

  private static List<String> words(String text) {
    return NOT_A_LETTER
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static double alike(Set<String> one, Set<String> other) {
    long both = one.stream().filter(other::contains).count();
    long either = one.size() + other.size() - both;
    return either == 0 ? 0 : (double) both / either;
  }
}
