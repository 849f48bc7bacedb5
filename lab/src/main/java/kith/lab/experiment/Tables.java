package kith.lab.experiment;

import java.util.List;
import java.util.Locale;
import kith.lab.figures.Interval;
import kith.lab.outcome.Figures.Figure;
import kith.lab.outcome.Measure;
import kith.lab.pattern.Pattern;
import kith.lab.pattern.Role;

/// What was found, as tables for people and lines for programs.
public final class Tables {
  private Tables() {}

  /// The table of patterns.
  public static String text(List<Reproduce.Finding> findings) {
    StringBuilder text = new StringBuilder();
    text.append("Simulated. Intervals: 95 % of the simulation's own chance.\n");
    for (Reproduce.Finding finding : findings) {
      Pattern pattern = finding.pattern();
      text.append(
          "%-4s %-11s %-4s %s%n     target: %s%n"
              .formatted(
                  pattern.id(),
                  pattern.role().word(),
                  finding.passes() ? "pass" : "FAIL",
                  pattern.title(),
                  pattern.target()));
      for (int i = 0; i < finding.parts().size(); i++) {
        Interval found = finding.parts().get(i);
        text.append(
            String.format(
                Locale.ROOT,
                "     %8.3f  [%7.3f, %7.3f]  %s%n",
                found.value(),
                found.low(),
                found.high(),
                pattern.parts().get(i).name()));
      }
    }
    return text.append(sum(findings)).toString();
  }

  private static String sum(List<Reproduce.Finding> findings) {
    StringBuilder sum = new StringBuilder();
    for (Role role : Role.values()) {
      long all = findings.stream().filter(one -> one.pattern().role() == role).count();
      long good =
          findings.stream().filter(one -> one.pattern().role() == role && one.passes()).count();
      sum.append("%s: %d of %d pass%n".formatted(role.word(), good, all));
    }
    return sum.toString();
  }

  /// One JSON object a line, one line a pattern: `id`, `role`, `target`, `value`, `low`, `high`,
  /// `pass`, and `parts` with every number of it.
  public static String json(List<Reproduce.Finding> findings) {
    StringBuilder lines = new StringBuilder();
    for (Reproduce.Finding finding : findings) {
      Pattern pattern = finding.pattern();
      StringBuilder parts = new StringBuilder();
      for (int i = 0; i < finding.parts().size(); i++) {
        parts
            .append(i == 0 ? "" : ",")
            .append("{\"name\":\"%s\",".formatted(pattern.parts().get(i).name()))
            .append(numbers(finding.parts().get(i)))
            .append("}");
      }
      lines.append(
          "{\"id\":\"%s\",\"role\":\"%s\",\"target\":\"%s\",%s,\"pass\":%b,\"parts\":[%s]}\n"
              .formatted(
                  pattern.id(),
                  pattern.role().word(),
                  pattern.target(),
                  numbers(finding.parts().getFirst()),
                  finding.passes(),
                  parts));
    }
    return lines.toString();
  }

  private static String numbers(Interval found) {
    return String.format(
        Locale.ROOT,
        "\"value\":%.4f,\"low\":%.4f,\"high\":%.4f",
        found.value(),
        found.low(),
        found.high());
  }

  /// The patterns as comma-separated values.
  public static String csv(List<Reproduce.Finding> findings) {
    StringBuilder lines = new StringBuilder("id,role,part,least,most,value,low,high,pass\n");
    for (Reproduce.Finding finding : findings) {
      for (int i = 0; i < finding.parts().size(); i++) {
        Pattern.Part part = finding.pattern().parts().get(i);
        Interval found = finding.parts().get(i);
        lines.append(
            String.format(
                Locale.ROOT,
                "%s,%s,\"%s\",%s,%s,%.4f,%.4f,%.4f,%b%n",
                finding.pattern().id(),
                finding.pattern().role().word(),
                part.name(),
                part.least(),
                part.most(),
                found.value(),
                found.low(),
                found.high(),
                finding.passes()));
      }
    }
    return lines.toString();
  }

  /// Policies and populations as comma-separated values: median and worst tenth of each measure.
  public static String cells(List<Cell> cells) {
    StringBuilder lines = new StringBuilder("population,policy,measure,figure,value,low,high\n");
    for (Cell cell : cells) {
      for (Measure measure : Measure.values()) {
        for (Figure figure : Figure.values()) {
          Interval found = cell.figure(measure, figure);
          lines.append(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%s,%s,%.4f,%.4f,%.4f%n",
                  cell.population().word(),
                  cell.policy().word(),
                  measure.name().toLowerCase(Locale.ROOT),
                  figure.name().toLowerCase(Locale.ROOT),
                  found.value(),
                  found.low(),
                  found.high()));
        }
      }
    }
    return lines.toString();
  }

  /// One population for people: of each policy the median and, behind it, the worst tenth.
  public static String text(String population, List<Cell> cells) {
    StringBuilder text = new StringBuilder("%s: median (worst tenth)%n".formatted(population));
    text.append(String.format(Locale.ROOT, "  %-24s", ""));
    for (Measure measure : Measure.values()) {
      text.append(String.format(Locale.ROOT, " %14s", name(measure)));
    }
    text.append("\n");
    for (Cell cell : cells) {
      text.append(String.format(Locale.ROOT, "  %-24s", cell.policy().word()));
      for (Measure measure : Measure.values()) {
        double middle = cell.figure(measure, Figure.MEDIAN).value();
        double worst = cell.figure(measure, Figure.WORST_TENTH).value();
        text.append(String.format(Locale.ROOT, " %6.2f (%5.2f)", middle, worst));
      }
      text.append("\n");
    }
    return text.toString();
  }

  private static String name(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
