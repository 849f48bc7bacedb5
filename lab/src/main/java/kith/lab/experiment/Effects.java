package kith.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kith.lab.figures.Interval;
import kith.lab.outcome.Figures.Figure;
import kith.lab.outcome.Measure;
import kith.lab.policy.Policy;

/// What taking each rule away does, against Kith with all its rules, on the same people.
public final class Effects {
  private Effects() {}

  /// One difference.
  ///
  /// @param less what Kith without the rule has less what Kith has
  public record Effect(Cell cell, Measure measure, Figure figure, Interval less) {
    /// Whether chance in the simulation cannot explain it.
    public boolean clear() {
      return less.low() > 0 || less.high() < 0;
    }

    /// Whether the pair is worse off without the rule.
    public boolean worse() {
      return clear() && (measure.harm() ? less.value() > 0 : less.value() < 0);
    }
  }

  /// The means and the worst tenths, of every measure and every other policy of the population.
  public static List<Effect> of(List<Cell> cells) {
    List<Effect> effects = new ArrayList<>();
    for (Cell cell : cells) {
      for (Cell kith : cells) {
        boolean same = kith.population() == cell.population();
        if (same && kith.policy().equals(Policy.kith()) && !cell.policy().equals(kith.policy())) {
          for (Measure measure : Measure.values()) {
            for (Figure figure : List.of(Figure.MEAN, Figure.WORST_TENTH)) {
              effects.add(new Effect(cell, measure, figure, cell.less(kith, measure, figure)));
            }
          }
        }
      }
    }
    return effects;
  }

  /// As comma-separated values.
  public static String csv(List<Effect> effects) {
    StringBuilder lines =
        new StringBuilder("population,policy,measure,figure,difference,low,high,clear,worse\n");
    for (Effect effect : effects) {
      lines.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%.4f,%.4f,%.4f,%b,%b%n",
              effect.cell().population().word(),
              effect.cell().policy().word(),
              effect.measure().name().toLowerCase(Locale.ROOT),
              effect.figure().name().toLowerCase(Locale.ROOT),
              effect.less().value(),
              effect.less().low(),
              effect.less().high(),
              effect.clear(),
              effect.worse()));
    }
    return lines.toString();
  }

  /// What is clear, for people.
  public static String text(List<Effect> effects) {
    StringBuilder text = new StringBuilder("Clear differences from Kith with all its rules:\n");
    for (Effect effect : effects) {
      if (effect.clear()) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %-20s %-24s %-14s %-12s %+8.3f [%+.3f, %+.3f] %s%n",
                effect.cell().population().word(),
                effect.cell().policy().word(),
                effect.measure().name().toLowerCase(Locale.ROOT),
                effect.figure().name().toLowerCase(Locale.ROOT),
                effect.less().value(),
                effect.less().low(),
                effect.less().high(),
                effect.worse() ? "worse" : "better"));
      }
    }
    return text.toString();
  }
}
