package kith.lab.figures;

import java.util.Arrays;

/// Figures of a list of numbers.
public final class Sample {
  private final double[] values;
  private int size;

  /// Room for so many.
  public Sample(int most) {
    values = new double[most];
  }

  /// One more.
  public void add(double value) {
    values[size++] = value;
  }

  /// How many.
  public int size() {
    return size;
  }

  /// The number at a place.
  public double at(int place) {
    return values[place];
  }

  /// The mean; of nothing 0.
  public double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
    }
    return size == 0 ? 0 : sum / size;
  }

  /// The variance, by n - 1.
  public double variance() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return size < 2 ? 0 : sum / (size - 1);
  }

  /// The standard deviation, by n - 1.
  public double deviation() {
    return Math.sqrt(variance());
  }

  /// The number below which `share` of them lie, between the nearest two.
  public double quantile(double share) {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    double at = share * (size - 1);
    int below = (int) at;
    int above = Math.min(below + 1, size - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /// Cohen's d of this against `other`, by the pooled deviation.
  public double effectAgainst(Sample other) {
    double pooled =
        Math.sqrt(
            ((size - 1) * variance() + (other.size - 1) * other.variance())
                / (size + other.size - 2));
    return pooled == 0 ? 0 : (mean() - other.mean()) / pooled;
  }

  /// Pearson's correlation with `other`, place by place.
  public double correlation(Sample other) {
    double mean = mean();
    double otherMean = other.mean();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (values[i] - mean) * (other.values[i] - otherMean);
    }
    double spread = deviation() * other.deviation() * (size - 1);
    return spread == 0 ? 0 : sum / spread;
  }
}
