package kith.decks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /// Every pair above a threshold whose other one is among these prompts; the one is before it
  /// among them, or among those that are known already.
  List<Pair> in(List<DeckPrompt> known, List<DeckPrompt> prompts) {
    List<Seen> seen = Stream.concat(known.stream(), prompts.stream()).map(this::seen).toList();
    Holders stems = new Holders();
    Holders runs = new Holders();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      double[] inStems = stems.alike(seen.get(i).stems());
      double[] inRuns = runs.alike(seen.get(i).runs());
      for (int j = 0; j < i && i >= known.size(); j++) {
        if (inStems[j] >= ALIKE_IN_STEMS || inRuns[j] >= ALIKE_IN_RUNS) {
          double alike = Math.max(inStems[j], inRuns[j]);
          pairs.add(new Pair(seen.get(j).prompt(), seen.get(i).prompt(), alike));
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

  /// Who has which part, so that only those are counted that have one in common.
  private static final class Holders {
    private final Map<String, List<Integer>> holders = new HashMap<>();
    private final List<Integer> sizes = new ArrayList<>();

    /// How much each one before is alike to the next one, which has these parts.
    double[] alike(Set<String> parts) {
      double[] alike = new double[sizes.size()];
      for (String part : parts) {
        List<Integer> have = holders.computeIfAbsent(part, _ -> new ArrayList<>());
        have.forEach(each -> alike[each]++);
        have.add(sizes.size());
      }
      for (int each = 0; each < alike.length; each++) {
        double either = sizes.get(each) + parts.size() - alike[each];
        alike[each] = either == 0 ? 0 : alike[each] / either;
      }
      sizes.add(parts.size());
      return alike;
    }
  }
}
