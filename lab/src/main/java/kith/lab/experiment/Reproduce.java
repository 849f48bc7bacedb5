package kith.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import kith.lab.dice.Dice;
import kith.lab.dyad.Settings;
import kith.lab.figures.Interval;
import kith.lab.figures.Sample;
import kith.lab.pattern.Pattern;
import kith.lab.pattern.Patterns;

/// Looks for every published pattern.
///
/// @param pairs in each condition of each run
/// @param runs of each study, with a seed each; at least 5
public record Reproduce(Settings settings, long seed, int pairs, int runs) {
  /// What was found of one pattern.
  ///
  /// @param parts one interval a part
  public record Finding(Pattern pattern, List<Interval> parts) {
    /// Whether every part is as it should be.
    public boolean passes() {
      for (int i = 0; i < parts.size(); i++) {
        if (!Patterns.passes(pattern.parts().get(i), parts.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /// How many parts the progress bar has for so many patterns.
  public int steps(List<Pattern> patterns) {
    return patterns.size() * runs;
  }

  /// Runs the studies of `patterns`.
  public List<Finding> run(List<Pattern> patterns, Workers workers, IntConsumer done) {
    List<Callable<double[]>> parts = new ArrayList<>();
    for (Pattern pattern : patterns) {
      for (int run = 0; run < runs; run++) {
        long own = Dice.seeded(seed).branch(pattern.id().hashCode()).branch(run).bits();
        parts.add(() -> pattern.study().run(settings, own, pairs));
      }
    }
    List<double[]> found = workers.run(parts, done);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      findings.add(finding(patterns.get(i), found.subList(i * runs, (i + 1) * runs)));
    }
    return findings;
  }

  private static Finding finding(Pattern pattern, List<double[]> runs) {
    List<Interval> intervals = new ArrayList<>();
    for (int part = 0; part < pattern.parts().size(); part++) {
      Sample sample = new Sample(runs.size());
      for (double[] run : runs) {
        sample.add(run[part]);
      }
      intervals.add(Interval.of(sample));
    }
    return new Finding(pattern, intervals);
  }
}
