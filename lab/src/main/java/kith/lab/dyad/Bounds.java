package kith.lab.dyad;

/// What keeps every state within its scale.
final class Bounds {
  private Bounds() {}

  static double within(double least, double value, double most) {
    return Math.max(least, Math.min(value, most));
  }

  /// A share, 0 to 1.
  static double share(double value) {
    return within(0, value, 1);
  }

  /// A rating, 1 to 7.
  static double seven(double value) {
    return within(1, value, 7);
  }

  /// A standard score, -3 to 3.
  static double score(double value) {
    return within(-3, value, 3);
  }
}
