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
import kith.lab.plot.Plot;

/// The plots of the experiments.
public final class Drawings {
  private static final double LARGEST_TARGET = 1000;
  private static final double FURTHEST = 5;

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
            caption,
            "distance from the middle of the target, in half widths: -1 to 1 is within",
            "");
    Plot.rows(labels, rows, List.of(-1.0, 1.0), List.of("fitted", "held out"))
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

  /// What taking each rule away does to the worst tenth, one plot a measure.
  public static void effects(Path folder, String caption, List<Effects.Effect> effects) {
    for (Measure measure : List.of(Measure.CLOSENESS, Measure.SECURITY, Measure.EXPOSURES)) {
      List<Plot.Row> rows = new ArrayList<>();
      for (Effects.Effect effect : effects) {
        boolean wanted =
            effect.measure() == measure
                && effect.figure() == (measure.harm() ? Figure.WORST_TENTH : Figure.MEAN)
                && effect.cell().policy().word().startsWith("without");
        if (wanted) {
          String name =
              effect.cell().policy().word().substring("without-".length())
                  + (onePopulation(effects) ? "" : ", " + effect.cell().population().word());
          int group = effect.worse() ? 1 : 0;
          rows.add(new Plot.Row(name, group, effect.less()));
        }
      }
      Plot.Labels labels =
          new Plot.Labels(
              "Kith without each rule: "
                  + measure.title()
                  + (measure.harm() ? ", worst tenth" : ", mean"),
              caption,
              "difference from Kith with all its rules",
              "");
      Plot.rows(labels, rows, List.of(0.0), List.of("no clear loss without it", "worse without it"))
          .write(folder, "rules-" + measure.name().toLowerCase(Locale.ROOT));
    }
  }

  private static boolean onePopulation(List<Effects.Effect> effects) {
    return effects.stream().map(one -> one.cell().population()).distinct().count() == 1;
  }

  /// Closeness against harm would invite a trade; so each policy's harm is drawn alone.
  public static void cells(Path folder, String caption, List<Cell> cells) {
    for (Measure measure : List.of(Measure.CLOSENESS, Measure.EXPOSURES, Measure.OVERRIDDEN)) {
      List<Plot.Row> rows = new ArrayList<>();
      for (Cell cell : cells) {
        if (!cell.policy().word().startsWith("without")) {
          String name = cell.population().word() + ", " + cell.policy().word();
          int group = cell.policy().word().equals("kith") ? 0 : 1;
          Figure figure = measure.harm() ? Figure.WORST_TENTH : Figure.MEDIAN;
          rows.add(new Plot.Row(name, group, cell.figure(measure, figure)));
        }
      }
      Plot.Labels labels =
          new Plot.Labels(
              measure.title() + (measure.harm() ? ", worst tenth" : ", median"),
              caption,
              measure.title(),
              "");
      Plot.rows(labels, rows, List.of(0.0), List.of("Kith", "others"))
          .write(folder, "policies-" + measure.name().toLowerCase(Locale.ROOT));
    }
  }
}
