package kith.lab.figures;

/// A value and the 95 % interval of what chance in the simulation leaves open (not of what a study
/// of people would leave open, which is wider).
public record Interval(double value, double low, double high) {
  /// Student's t, two-sided 5 %, for 4 to 19 degrees of freedom and more.
  private static final double[] STUDENT = {
    2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
    2.110, 2.101, 2.093
  };

  private static final int LEAST = 5;

  /// From runs of the same experiment with different seeds: their mean, and Student's interval.
  public static Interval of(Sample runs) {
    if (runs.size() < LEAST) {
      throw new IllegalArgumentException("an interval needs five runs");
    }
    double student = STUDENT[Math.min(runs.size() - LEAST, STUDENT.length - 1)];
    double half = student * runs.deviation() / Math.sqrt(runs.size());
    return new Interval(runs.mean(), runs.mean() - half, runs.mean() + half);
  }
}
