package kith.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;
import kith.lab.figures.Interval;
import kith.lab.outcome.Figures.Figure;
import kith.lab.outcome.Measure;
import kith.lab.people.Population;
import kith.lab.plot.Plot;
import kith.lab.policy.Policy;

/// One parameter over its range: how far a conclusion hangs on it.
///
/// @param points how many values, the ends included; at least 2
public record Sweep(Parameter parameter, Population population, int points, Compare compare) {
  /// What was found at one value of the parameter.
  public record Point(double value, List<Cell> cells) {}

  /// The policies that are swept.
  public static List<Policy> policies() {
    return List.of(
        Policy.named("small-talk").orElseThrow(),
        Policy.named("free-talk").orElseThrow(),
        Policy.named("escalating").orElseThrow(),
        Policy.kith());
  }

  /// How many parts the progress bar has.
  public int steps() {
    return points * policies().size() * compare.runs();
  }

  /// Runs it.
  public List<Point> run(Workers workers, IntConsumer done) {
    List<Point> found = new ArrayList<>();
    int each = policies().size() * compare.runs();
    for (int i = 0; i < points; i++) {
      Parameter.Row row = parameter.row();
      double value = row.least() + (row.most() - row.least()) * i / (points - 1);
      Settings settings = compare.settings().with(parameter, value);
      Compare here =
          new Compare(settings, compare.seed(), compare.pairs(), compare.runs(), compare.folder());
      int before = i * each;
      found.add(
          new Point(
              value,
              here.run(
                  List.of(population), policies(), workers, part -> done.accept(before + part))));
    }
    return found;
  }

  /// As comma-separated values: means.
  public String csv(List<Point> found) {
    StringBuilder lines = new StringBuilder("parameter,value,policy,measure,mean,low,high\n");
    for (Point point : found) {
      for (Cell cell : point.cells()) {
        for (Measure measure : Measure.values()) {
          Interval mean = cell.figure(measure, Figure.MEAN);
          lines.append(
              String.format(
                  Locale.ROOT,
                  "%s,%.4f,%s,%s,%.4f,%.4f,%.4f%n",
                  parameter,
                  point.value(),
                  cell.policy().word(),
                  measure.name().toLowerCase(Locale.ROOT),
                  mean.value(),
                  mean.low(),
                  mean.high()));
        }
      }
    }
    return lines.toString();
  }

  /// Curves of one measure.
  public Plot plot(List<Point> found, Measure measure, String caption) {
    List<Plot.Curve> curves = new ArrayList<>();
    for (int policy = 0; policy < policies().size(); policy++) {
      int column = policy;
      List<Double> across = found.stream().map(Point::value).toList();
      List<Interval> values =
          found.stream()
              .map(point -> point.cells().get(column).figure(measure, Figure.MEAN))
              .toList();
      curves.add(new Plot.Curve(policies().get(policy).title(), across, values));
    }
    String across = "%s, %s".formatted(parameter, parameter.row().unit());
    Plot.Labels labels =
        new Plot.Labels(
            "%s over its range, %s".formatted(parameter, population.title()),
            caption + " Broken line: the value used.",
            across,
            measure.title() + ", mean");
    return Plot.curves(labels, curves, compare.settings().of(parameter));
  }
}
