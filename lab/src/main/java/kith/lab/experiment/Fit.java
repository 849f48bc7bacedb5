package kith.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import kith.lab.dice.Dice;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;
import kith.lab.pattern.Pattern;
import kith.lab.pattern.Patterns;

/// The one procedure by which parameters were fitted: a coordinate search with a fixed budget. It
/// asks `Patterns.fitted()` and nothing else, so the held-out patterns cannot steer it. Each step
/// is written down.
public final class Fit {
  /// What may move, and nothing else: each is the one number that its pattern is about.
  public static final List<Parameter> FREE =
      List.of(
          Parameter.EXPERIENCE_BASE,
          Parameter.DEPTH_TO_CLOSENESS,
          Parameter.STYLE_SPREAD,
          Parameter.IMBALANCE_TO_CLOSENESS,
          Parameter.DEPTH_TO_LIKING,
          Parameter.EMOTION_SELF,
          Parameter.FOLLOW_UP_TO_LIKING,
          Parameter.AVOIDANT_MUTING,
          Parameter.DESIRE_PER_ANXIETY,
          Parameter.INERTIA_MEAN,
          Parameter.INERTIA_SPREAD,
          Parameter.INFLUENCE_MEAN);

  private static final int ROUNDS = 9;
  private static final int PAIRS = 200;
  private static final int RUNS = 4;
  private static final double FIRST_STEP = 0.15;
  private static final double SHRINK = 0.75;
  private static final long SEED = 20_260_101;

  private final Workers workers;
  private final Consumer<String> record;

  /// @param record takes the lines of the record: round, parameter, value, loss
  public Fit(Workers workers, Consumer<String> record) {
    this.workers = workers;
    this.record = record;
  }

  /// Fits, starting from the priors.
  public Settings run() {
    record.accept("round,parameter,value,loss");
    Settings best = Settings.priors();
    double loss = loss(best);
    double step = FIRST_STEP;
    for (int round = 1; round <= ROUNDS; round++) {
      for (Parameter parameter : FREE) {
        for (double way : new double[] {-step, step}) {
          Settings next = moved(best, parameter, way);
          double nextLoss = loss(next);
          if (nextLoss < loss) {
            best = next;
            loss = nextLoss;
          }
        }
        record.accept(
            String.format(
                Locale.ROOT, "%d,%s,%.4f,%.3f", round, parameter, best.of(parameter), loss));
      }
      step *= SHRINK;
    }
    return best;
  }

  /// A step is a share of the range that the parameter may have.
  private static Settings moved(Settings from, Parameter parameter, double way) {
    Parameter.Row row = parameter.row();
    double to = from.of(parameter) + way * (row.most() - row.least());
    return from.with(parameter, Math.max(row.least(), Math.min(row.most(), to)));
  }

  /// The sum, over the parts of the fitted patterns, of the squared distance from the aim, in half
  /// widths of the tolerance. The same chance each time, so that steps can be compared.
  double loss(Settings settings) {
    List<Callable<double[]>> parts = new ArrayList<>();
    List<Pattern> patterns = Patterns.fitted();
    for (Pattern pattern : patterns) {
      for (int run = 0; run < RUNS; run++) {
        long seed = Dice.seeded(SEED).branch(run).bits();
        parts.add(() -> pattern.study().run(settings, seed, PAIRS));
      }
    }
    List<double[]> found = workers.run(parts, done -> {});
    double loss = 0;
    for (int i = 0; i < patterns.size(); i++) {
      loss += loss(patterns.get(i), found.subList(i * RUNS, (i + 1) * RUNS));
    }
    return loss;
  }

  private static double loss(Pattern pattern, List<double[]> runs) {
    double loss = 0;
    for (int part = 0; part < pattern.parts().size(); part++) {
      double mean = 0;
      for (double[] run : runs) {
        mean += run[part] / runs.size();
      }
      Pattern.Part target = pattern.parts().get(part);
      double half = (target.most() - target.least()) / 2;
      double off =
          half == Double.POSITIVE_INFINITY ? Math.min(0, mean) : (mean - target.aim()) / half;
      loss += off * off;
    }
    return loss;
  }
}
