package kith.lab.dyad;

import java.util.EnumMap;
import java.util.Map;

/// A value for every parameter. Unchangeable. Kept in a plain array, since the inner loop reads it.
@SuppressWarnings("EnumOrdinal")
public final class Settings {
  private static final String FITTED = "fitted.csv";

  private final double[] values;

  private Settings(double[] values) {
    this.values = values;
  }

  /// Every parameter at its prior.
  public static Settings priors() {
    double[] values = new double[Parameter.values().length];
    for (Parameter parameter : Parameter.values()) {
      values[parameter.ordinal()] = parameter.row().prior();
    }
    return new Settings(values);
  }

  /// The priors, and what was fitted.
  public static Settings fitted() {
    Settings settings = priors();
    for (var each : fits().entrySet()) {
      settings = settings.with(each.getKey(), each.getValue());
    }
    return settings;
  }

  /// What was fitted, and to which value: `fitted.csv`, as `kith lab fit` wrote it.
  public static Map<Parameter, Double> fits() {
    Map<Parameter, Double> fits = new EnumMap<>(Parameter.class);
    ParameterTable.text(FITTED)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> fits.put(Parameter.valueOf(cells[0]), Double.valueOf(cells[1])));
    return fits;
  }

  /// Its value.
  public double of(Parameter parameter) {
    return values[parameter.ordinal()];
  }

  /// The same but for one value.
  public Settings with(Parameter parameter, double value) {
    double[] copy = values.clone();
    copy[parameter.ordinal()] = value;
    return new Settings(copy);
  }
}
