package kith.lab.outcome;

import java.util.EnumMap;
import java.util.Map;
import kith.lab.dyad.Dyad;

/// Figures of many pairs: one histogram a measure, of whole counts, so that the order in which
/// pairs
/// come in, and the thread they come from, change no bit, and memory does not grow with them.
public final class Tally {
  /// Fine enough: a bin is a thousandth of the scale.
  private static final int BINS = 1024;

  private static final double TENTH = 0.1;

  private final Map<Measure, long[]> counts = new EnumMap<>(Measure.class);
  private long pairs;

  /// Of no pairs.
  public Tally() {
    for (Measure measure : Measure.values()) {
      counts.put(measure, new long[BINS + 1]);
    }
  }

  /// One more pair.
  public void add(Dyad dyad) {
    pairs++;
    counts.forEach((measure, bins) -> bins[bin(measure, measure.of(dyad))]++);
  }

  /// All the pairs of another.
  public void add(Tally other) {
    pairs += other.pairs;
    counts.forEach(
        (measure, bins) -> {
          long[] more = other.of(measure);
          for (int i = 0; i < bins.length; i++) {
            bins[i] += more[i];
          }
        });
  }

  private static int bin(Measure measure, double value) {
    double share = (value - measure.least()) / (measure.most() - measure.least());
    return (int) Math.round(Math.max(0, Math.min(1, share)) * BINS);
  }

  private static double value(Measure measure, int bin) {
    return measure.least() + (measure.most() - measure.least()) * bin / BINS;
  }

  private long[] of(Measure measure) {
    return counts.getOrDefault(measure, new long[0]);
  }

  /// How many pairs.
  public long pairs() {
    return pairs;
  }

  /// The mean, to a thousandth of the scale.
  public double mean(Measure measure) {
    return worst(measure, pairs);
  }

  /// The middle pair.
  public double median(Measure measure) {
    long[] bins = of(measure);
    long below = 0;
    int bin = 0;
    while (bin < bins.length - 1 && below + bins[bin] <= pairs / 2) {
      below += bins[bin++];
    }
    return value(measure, bin);
  }

  /// The mean of the tenth of pairs for whom it is worst.
  public double worstTenth(Measure measure) {
    return worst(measure, Math.max(1, Math.round(pairs * TENTH)));
  }

  private double worst(Measure measure, long many) {
    long[] bins = of(measure);
    long left = many;
    double sum = 0;
    for (int i = 0; i < bins.length && left > 0; i++) {
      int bin = measure.harm() ? bins.length - 1 - i : i;
      long taken = Math.min(left, bins[bin]);
      sum += taken * value(measure, bin);
      left -= taken;
    }
    return many == 0 ? 0 : sum / many;
  }

  /// The standard deviation.
  public double deviation(Measure measure) {
    long[] bins = of(measure);
    double mean = mean(measure);
    double sum = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      double off = value(measure, bin) - mean;
      sum += bins[bin] * off * off;
    }
    return pairs < 2 ? 0 : Math.sqrt(sum / (pairs - 1));
  }
}
