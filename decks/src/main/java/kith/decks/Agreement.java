package kith.decks;

import java.util.Arrays;

/// Figures of agreement between two rows of rings, position by position.
final class Agreement {
  private static final int RINGS = 4;

  private Agreement() {}

  /// Spearman's rank correlation with mid-ranks for ties, -1 to 1; NaN when one row never varies.
  static double spearman(int[] one, int[] other) {
    return pearson(ranks(one), ranks(other));
  }

  /// Cohen's kappa: agreement beyond chance, every disagreement the same (Cohen 1960).
  static double kappa(int[] one, int[] other) {
    return kappa(one, other, false);
  }

  /// Cohen's kappa with quadratic weights: a disagreement by two rings counts four times one by one
  /// (Cohen 1968).
  static double weightedKappa(int[] one, int[] other) {
    return kappa(one, other, true);
  }

  private static double kappa(int[] one, int[] other, boolean weighted) {
    double[] first = new double[RINGS + 1];
    double[] second = new double[RINGS + 1];
    double seen = 0;
    for (int i = 0; i < one.length; i++) {
      first[one[i]]++;
      second[other[i]]++;
      seen += apart(one[i], other[i], weighted);
    }
    double byChance = 0;
    for (int a = 1; a <= RINGS; a++) {
      for (int b = 1; b <= RINGS; b++) {
        byChance += apart(a, b, weighted) * first[a] * second[b] / one.length;
      }
    }
    return 1 - seen / byChance;
  }

  private static double apart(int a, int b, boolean weighted) {
    return weighted ? (double) (a - b) * (a - b) : (a == b ? 0 : 1);
  }

  private static double[] ranks(int[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int value = values[i];
      long less = Arrays.stream(values).filter(each -> each < value).count();
      long same = Arrays.stream(values).filter(each -> each == value).count();
      ranks[i] = less + (same + 1) / 2.0;
    }
    return ranks;
  }

  private static double pearson(double[] one, double[] other) {
    double oneMean = Arrays.stream(one).average().orElse(Double.NaN);
    double otherMean = Arrays.stream(other).average().orElse(Double.NaN);
    double both = 0;
    double oneAlone = 0;
    double otherAlone = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - oneMean) * (other[i] - otherMean);
      oneAlone += (one[i] - oneMean) * (one[i] - oneMean);
      otherAlone += (other[i] - otherMean) * (other[i] - otherMean);
    }
    return both / Math.sqrt(oneAlone * otherAlone);
  }
}
