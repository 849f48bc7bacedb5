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
    for (Cell kith : cells) {
      if (kith.policy().equals(Policy.kith())) {
        cells.stream()
            .filter(cell -> cell.population() == kith.population() && !cell.equals(kith))
            .forEach(cell -> effects.addAll(against(cell, kith)));
      }
    }
    return effects;
  }

  private static List<Effect> against(Cell cell, Cell kith) {
    List<Effect> effects = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Figure figure : List.of(Figure.MEAN, Figure.WORST_TENTH)) {
        effects.add(new Effect(cell, measure, figure, cell.less(kith, measure, figure)));
      }
    }
    return effects;
  }

  /// As comma-separated values.
  public static String csv(List<Effect> effects) {
    StringBuilder lines =
        new StringBuilder("population,policy,measure,figure,difference,low,high,clear,worse\n");
    for (Effect effect : effects) {
      String line = line("%s,%s,%s,%s,%.4f,%.4f,%.4f", effect);
      lines.append(line).append(",%b,%b%n".formatted(effect.clear(), effect.worse()));
    }
    return lines.toString();
  }

  /// What is clear, for people.
  public static String text(List<Effect> effects) {
    StringBuilder text = new StringBuilder("Clear differences from Kith with all its rules:\n");
    for (Effect effect : effects) {
      if (effect.clear()) {
        text.append(line("  %-20s %-24s %-14s %-12s %+8.3f [%+.3f, %+.3f] ", effect))
            .append(effect.worse() ? "worse\n" : "better\n");
      }
    }
    return text.toString();
  }

  private static String line(String form, Effect effect) {
    return String.format(
        Locale.ROOT,
        form,
        effect.cell().population().word(),
        effect.cell().policy().word(),
        effect.measure().name().toLowerCase(Locale.ROOT),
        effect.figure().name().toLowerCase(Locale.ROOT),
        effect.less().value(),
        effect.less().low(),
        effect.less().high());
  }
}
