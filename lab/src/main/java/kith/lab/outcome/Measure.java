package kith.lab.outcome;

import kith.lab.dyad.Dyad;
import kith.lab.dyad.Partner;

/// What is looked at in a pair at the end. The harms are constraints: a policy that adds to one is
/// not made good by closeness.
public enum Measure {
  CLOSENESS("closeness, 1-7", 1, 7, false),
  UNDERSTANDING("felt understanding, 1-7", 1, 7, false),
  SECURITY("felt security, 1-7", 1, 7, false),
  BREADTH("topics opened, of 8", 0, 8, false),
  DEPTH("deepest told, 0-1", 0, 1, false),
  RUPTURES("ruptures a pair", 0, 64, true),
  EXPOSURES("unwanted depth, times a pair", 0, 128, true),
  OVERRIDDEN("passes overridden, times a pair", 0, 128, true),
  ASYMMETRY("uneven telling, 0-1", 0, 1, true);

  private final String title;
  private final double least;
  private final double most;
  private final boolean harm;

  Measure(String title, double least, double most, boolean harm) {
    this.title = title;
    this.least = least;
    this.most = most;
    this.harm = harm;
  }

  /// What it is, with its unit.
  public String title() {
    return title;
  }

  /// Whether more of it is worse.
  public boolean harm() {
    return harm;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /// Its value in a pair: of what each person has, the mean; harms of both are summed.
  public double of(Dyad dyad) {
    Partner zero = dyad.person(0);
    Partner one = dyad.person(1);
    return switch (this) {
      case CLOSENESS -> (zero.closeness() + one.closeness()) / 2;
      case UNDERSTANDING -> (zero.understanding() + one.understanding()) / 2;
      case SECURITY -> (zero.security() + one.security()) / 2;
      case BREADTH -> (zero.breadth() + one.breadth()) / 2.0;
      case DEPTH -> (zero.deepest() + one.deepest()) / 2;
      case RUPTURES -> dyad.ruptures();
      case EXPOSURES -> zero.exposures() + one.exposures();
      case OVERRIDDEN -> zero.overridden() + one.overridden();
      case ASYMMETRY -> uneven(zero.depthTold(), one.depthTold());
    };
  }

  private static double uneven(double zero, double one) {
    return zero + one == 0 ? 0 : Math.abs(zero - one) / (zero + one);
  }
}
