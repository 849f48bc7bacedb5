package kith.core.benchmark;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the benchmarks and says in four lines what they found.
public final class Benchmarks {
  private Benchmarks() {}

  /// Takes no arguments.
  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(FoldBenchmark.class.getSimpleName()).build()).run();
    double fold = of(results, "fold", 10_000);
    System.out.printf(
        "fold of 10,000 events: %,.0f us, %.3f us each%n", fold, fold / 10_000);
    System.out.printf(
        "one more event: %.3f us after 10,000, %.3f us after 40,000%n",
        of(results, "oneMore", 10_000), of(results, "oneMore", 40_000));
    System.out.printf(
        "one view: %.1f us after 10,000, %.1f us after 40,000%n",
        of(results, "view", 10_000), of(results, "view", 40_000));
    System.out.printf(
        "growth of the fold: twice as many %.2f times, four times as many %.2f times%n",
        of(results, "fold", 20_000) / fold, of(results, "fold", 40_000) / fold);
  }

  /// In microseconds.
  private static double of(Collection<RunResult> results, String name, int events) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
        .filter(result -> result.getParams().getParam("events").equals(Integer.toString(events)))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
