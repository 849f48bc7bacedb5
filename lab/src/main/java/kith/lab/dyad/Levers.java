package kith.lab.dyad;

/// What an experimenter lays down, as experiments do: person 1 is the confederate, person 0 the
/// subject. `Double.NaN`: nothing.
///
/// @param depth how deep the confederate tells, 0 to 1
/// @param response how well the confederate responds, standard score
/// @param understanding how understood the subject feels, of 7
public record Levers(double depth, double response, double understanding) {
  /// Nothing is laid down.
  public static final Levers NONE = new Levers(Double.NaN, Double.NaN, Double.NaN);

  /// Only the confederate's depth is.
  public static Levers depth(double depth) {
    return new Levers(depth, Double.NaN, Double.NaN);
  }

  /// Only the confederate's response is.
  public static Levers response(double response) {
    return new Levers(Double.NaN, response, Double.NaN);
  }
}
