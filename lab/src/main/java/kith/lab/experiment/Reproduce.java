package kith.lab.experiment;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
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
/// @param folder where finished runs are kept, if anywhere
public record Reproduce(Settings settings, long seed, int pairs, int runs, Optional<Path> folder) {
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

  /// Runs the studies of `patterns`, each run that is not kept.
  public List<Finding> run(List<Pattern> patterns, Workers workers, IntConsumer done) {
    Kept kept = new Kept(folder);
    List<Callable<double[]>> parts = new ArrayList<>();
    for (Pattern pattern : patterns) {
      for (int run = 0; run < runs; run++) {
        int number = run;
        parts.add(() -> study(kept, pattern, number));
      }
    }
    List<double[]> found = workers.run(parts, done);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      findings.add(finding(patterns.get(i), found.subList(i * runs, (i + 1) * runs)));
    }
    return findings;
  }

  private double[] study(Kept kept, Pattern pattern, int run) {
    String key =
        "%d %d %s %d %s".formatted(seed, pairs, pattern.id(), run, Kept.fingerprint(settings));
    Optional<String> before = kept.find(key);
    if (before.isPresent()) {
      return Stream.of(before.get().split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }
    long own = Dice.seeded(seed).branch(pattern.id().hashCode()).branch(run).bits();
    double[] found = pattern.study().run(settings, own, pairs);
    // To the last bit, so that what goes on comes to the same as what was never broken off.
    kept.keep(key, DoubleStream.of(found).mapToObj(Double::toString).collect(joining(",")));
    return found;
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
