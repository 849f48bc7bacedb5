package kith.lab.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kith.lab.figures.Interval;

/// All patterns, in the order of their numbers.
public final class Patterns {
  private Patterns() {}

  /// T1 to T21, and the cap on every policy.
  public static List<Pattern> all() {
    List<Pattern> all = new ArrayList<>();
    all.addAll(Sessions.patterns());
    all.addAll(Fondness.patterns());
    all.addAll(Intimacy.patterns());
    all.addAll(Courses.patterns());
    all.addAll(Minds.patterns());
    all.sort(Comparator.comparingInt(one -> Integer.parseInt(one.id().substring(1))));
    all.addAll(Engineering.patterns());
    return all;
  }

  /// Those that parameters were fitted to. A fit sees these and no others.
  public static List<Pattern> fitted() {
    return all().stream().filter(one -> one.role() == Role.FIT).toList();
  }

  /// Whether a part is as it should be: its value within the range; of a sign, the whole interval.
  public static boolean passes(Pattern.Part part, Interval found) {
    return part.oneSided()
        ? found.low() > part.least()
        : found.value() >= part.least() && found.value() <= part.most();
  }
}
