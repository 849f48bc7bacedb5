package kith.lab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kith.lab.figures.Interval;
import kith.lab.outcome.Figures.Figure;
import kith.lab.outcome.Measure;
import kith.lab.pattern.Pattern;
import kith.lab.pattern.Role;
import kith.lab.people.Population;
import kith.lab.plot.Plot;

/// The plots of the experiments.
public final class Drawings {
  private static final double LARGEST_TARGET = 1000;
  private static final double FURTHEST = 5;
  private static final String WITHOUT = "without-";
  private static final List<String> VERDICTS =
      List.of("no clear difference", "clearly worse without it", "clearly better without it");

  private Drawings() {}

  /// Every two-sided part of every pattern on one scale: its target from -1 to 1.
  public static void patterns(Path folder, String caption, List<Reproduce.Finding> findings) {
    List<Plot.Row> rows = new ArrayList<>();
    for (Reproduce.Finding finding : findings) {
      for (int i = 0; i < finding.parts().size(); i++) {
        Pattern.Part part = finding.pattern().parts().get(i);
        boolean drawn =
            finding.pattern().role() == Role.FIT || finding.pattern().role() == Role.HELD_OUT;
        if (drawn && part.most() - part.least() < LARGEST_TARGET) {
          String name = finding.pattern().id() + " " + part.name();
          int group = finding.pattern().role() == Role.FIT ? 0 : 1;
          rows.add(new Plot.Row(name, group, scaled(part, finding.parts().get(i))));
        }
      }
    }
    Plot.Labels labels =
        new Plot.Labels(
            "Published patterns, simulated",
            caption + " Parts with a bound on one side only: see the table.",
            "distance from the middle of the target, in half widths: shaded is within",
            "pattern and part of it");
    Plot.rows(labels, rows, List.of(-1.0, 1.0), List.of("fitted", "held out"))
        .within(-1, 1)
        .write(folder, "patterns");
  }

  private static Interval scaled(Pattern.Part part, Interval found) {
    double middle = (part.least() + part.most()) / 2;
    double half = (part.most() - part.least()) / 2;
    return new Interval(
        bounded((found.value() - middle) / half),
        bounded((found.low() - middle) / half),
        bounded((found.high() - middle) / half));
  }

  /// What lies further is drawn at the edge.
  private static double bounded(double value) {
    return Math.max(-FURTHEST, Math.min(FURTHEST, value));
  }

  /// What taking each rule away does, one plot a measure and kind of pairs: of harms to the worst
  /// tenth, of the rest on average.
  public static void effects(Path folder, String caption, List<Effects.Effect> effects) {
    for (Population population : Population.values()) {
      for (Measure measure : List.of(Measure.CLOSENESS, Measure.SECURITY, Measure.EXPOSURES)) {
        List<Plot.Row> rows =
            effects.stream()
                .filter(one -> one.cell().population() == population)
                .filter(one -> isDrawn(one, measure))
                .map(Drawings::row)
                .toList();
        if (!rows.isEmpty()) {
          String what = measure.title() + (measure.harm() ? ", worst tenth" : ", mean");
          Plot.Labels labels =
              new Plot.Labels(
                  "Kith without each rule, " + population.title(),
                  caption,
                  what + ": difference from Kith with all its rules",
                  "rule taken away");
          Plot.rows(labels, rows, List.of(0.0), VERDICTS)
              .write(folder, "rules-%s-%s".formatted(word(measure), population.word()));
        }
      }
    }
  }

  private static String word(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isDrawn(Effects.Effect effect, Measure measure) {
    return effect.measure() == measure
        && effect.figure() == (measure.harm() ? Figure.WORST_TENTH : Figure.MEAN)
        && effect.cell().policy().word().startsWith(WITHOUT);
  }

  private static Plot.Row row(Effects.Effect effect) {
    int better = effect.clear() ? 2 : 0;
    String name = effect.cell().policy().word().substring(WITHOUT.length());
    return new Plot.Row(name, effect.worse() ? 1 : better, effect.less());
  }

  /// Closeness against harm would invite a trade; so each policy's harm is drawn alone.
  public static void cells(Path folder, String caption, List<Cell> cells) {
    for (Measure measure : List.of(Measure.CLOSENESS, Measure.EXPOSURES, Measure.OVERRIDDEN)) {
      List<Plot.Row> rows = new ArrayList<>();
      for (Cell cell : cells) {
        if (!cell.policy().word().startsWith(WITHOUT)) {
          String name = cell.population().title() + ": " + cell.policy().title();
          int group = cell.policy().word().equals("kith") ? 0 : 1;
          Figure figure = measure.harm() ? Figure.WORST_TENTH : Figure.MEDIAN;
          rows.add(new Plot.Row(name, group, cell.figure(measure, figure)));
        }
      }
      Plot.Labels labels =
          new Plot.Labels(
              "Policies: " + measure.title(),
              caption,
              measure.title() + (measure.harm() ? ", worst tenth of pairs" : ", median of pairs"),
              "kind of pairs, policy");
      int kinds = Math.toIntExact(cells.stream().map(Cell::population).distinct().count());
      Plot.rows(labels, rows, List.of(0.0), List.of("Kith", "other policies"))
          .blocks(rows.size() / Math.max(1, kinds), rows.size())
          .write(folder, "policies-" + word(measure));
    }
  }
}
