package kith.decks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import kith.decks.RatingSheet.Rater;
import kith.decks.RatingSheet.Rating;

/// `kith deck rate`: blind sheets, and what the raters' answers say about the order of the rings.
public final class DeckRating {
  /// What the rings aim for.
  private static final double AIM = 0.85;

  private DeckRating() {}

  /// A sheet to fill in.
  public static String sheet(String language, long seed, int count) {
    return RatingSheet.write(language, seed, count);
  }

  /// Languages that sheets can be written in.
  public static List<String> languages() {
    return Founding.LANGUAGES;
  }

  /// The figures of finished sheets: the bytes of each, by the name of its file. A file that is no
  /// text is told and left out.
  public static Said figures(Map<String, byte[]> sheets) {
    List<Rater> raters = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (var sheet : new TreeMap<>(sheets).entrySet()) {
      Optional<Mistake> fault = Source.fault(sheet.getKey(), sheet.getValue());
      fault.ifPresent(mistake -> said.append(mistake).append('\n'));
      if (fault.isEmpty()) {
        raters.add(RatingSheet.read(sheet.getKey(), Source.text(sheet.getValue())));
      }
    }
    raters.stream()
        .flatMap(rater -> rater.mistakes().stream())
        .forEach(mistake -> said.append(mistake).append('\n'));
    List<Rater> rated = raters.stream().filter(each -> !each.ratings().isEmpty()).toList();
    String figures = rated.isEmpty() ? "No prompt is rated yet.\n" : figures(rated);
    return new Said(said + figures, rated.size() == sheets.size());
  }

  private static String figures(List<Rater> raters) {
    StringBuilder said = new StringBuilder();
    for (Rater rater : raters) {
      said.append(line(rater.name(), rater.ratings()));
    }
    Map<DeckPrompt, List<Rating>> byPrompt = byPrompt(raters);
    said.append(line("median of %d".formatted(raters.size()), medians(byPrompt)));
    said.append(between(raters));
    said.append("The aim is Spearman %.2f or more.%n".formatted(AIM));
    return said.append(apart(byPrompt)).toString();
  }

  private static String line(String name, List<Rating> ratings) {
    int[] rings = rings(ratings);
    int[] given = ratings.stream().mapToInt(Rating::ring).toArray();
    return String.format(
        Locale.ROOT,
        "%s: %d prompts, Spearman %.3f, kappa %.3f, weighted kappa %.3f%n",
        name,
        ratings.size(),
        Agreement.spearman(rings, given),
        Agreement.kappa(rings, given),
        Agreement.weightedKappa(rings, given));
  }

  private static int[] rings(List<Rating> ratings) {
    return ratings.stream().mapToInt(each -> each.prompt().aim().ring().depth()).toArray();
  }

  private static Map<DeckPrompt, List<Rating>> byPrompt(List<Rater> raters) {
    return raters.stream()
        .flatMap(rater -> rater.ratings().stream())
        .collect(
            Collectors.groupingBy(
                Rating::prompt,
                () -> new TreeMap<>(Comparator.comparing(DeckPrompt::id)),
                Collectors.toList()));
  }

  private static List<Rating> medians(Map<DeckPrompt, List<Rating>> byPrompt) {
    return byPrompt.entrySet().stream()
        .map(
            each ->
                new Rating(
                    each.getKey(),
                    median(each.getValue(), Rating::ring),
                    median(each.getValue(), Rating::deep),
                    median(each.getValue(), Rating::personal)))
        .toList();
  }

  /// The lower one of two in the middle; -1, not given, is left out.
  private static int median(List<Rating> ratings, ToIntFunction<Rating> of) {
    List<Integer> given =
        new ArrayList<>(ratings.stream().map(of::applyAsInt).filter(each -> each >= 0).toList());
    Collections.sort(given);
    return given.isEmpty() ? -1 : given.get((given.size() - 1) / 2);
  }

  /// How well raters agree with each other, on what both have rated: the mean over all pairs.
  private static String between(List<Rater> raters) {
    List<Double> kappas = new ArrayList<>();
    for (int i = 0; i < raters.size(); i++) {
      for (int j = 0; j < i; j++) {
        kappas.add(kappa(raters.get(i), raters.get(j)));
      }
    }
    if (kappas.isEmpty()) {
      return "";
    }
    double mean = kappas.stream().mapToDouble(each -> each).average().orElse(Double.NaN);
    return String.format(Locale.ROOT, "between raters: weighted kappa %.3f on average%n", mean);
  }

  private static double kappa(Rater one, Rater other) {
    Map<DeckPrompt, Integer> first =
        one.ratings().stream().collect(Collectors.toMap(Rating::prompt, Rating::ring, (a, b) -> a));
    List<Rating> both =
        other.ratings().stream().filter(each -> first.containsKey(each.prompt())).toList();
    int[] left = both.stream().mapToInt(each -> first.getOrDefault(each.prompt(), 0)).toArray();
    int[] right = both.stream().mapToInt(Rating::ring).toArray();
    return Agreement.weightedKappa(left, right);
  }

  /// Those to move or to reword.
  private static String apart(Map<DeckPrompt, List<Rating>> byPrompt) {
    return medians(byPrompt).stream()
        .filter(each -> each.ring() != each.prompt().aim().ring().depth())
        .map(
            each ->
                "%s stands at ring %d, raters say %d: %s%n"
                    .formatted(
                        each.prompt().id(),
                        each.prompt().aim().ring().depth(),
                        each.ring(),
                        each.prompt().whole()))
        .collect(Collectors.joining());
  }
}
