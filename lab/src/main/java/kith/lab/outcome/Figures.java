package kith.lab.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/// The figures of one run of many pairs: of each measure the mean, the median, the worst tenth and
/// the deviation. They fit a line of a file, so that a run need not be run again.
public final class Figures {
  private static final int EACH = 4;

  private final double[] values;

  private Figures(double[] values) {
    this.values = values;
  }

  /// A figure of a measure.
  public enum Figure {
    MEAN,
    MEDIAN,
    WORST_TENTH,
    DEVIATION
  }

  /// Those of a tally, to four decimals, as the file has them.
  public static Figures of(Tally tally) {
    StringJoiner line = new StringJoiner(",");
    for (Measure measure : Measure.values()) {
      double[] each = {
        tally.mean(measure),
        tally.median(measure),
        tally.worstTenth(measure),
        tally.deviation(measure)
      };
      for (double one : each) {
        line.add(String.format(Locale.ROOT, "%.4f", one));
      }
    }
    return read(line.toString());
  }

  /// From a line of a file; `IllegalArgumentException` if it is not one.
  public static Figures read(String line) {
    double[] values = Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    if (values.length != EACH * Measure.values().length) {
      throw new IllegalArgumentException("not a line of figures");
    }
    return new Figures(values);
  }

  /// One figure.
  public double of(Measure measure, Figure figure) {
    int row = Arrays.asList(Measure.values()).indexOf(measure);
    int column = Arrays.asList(Figure.values()).indexOf(figure);
    return values[row * EACH + column];
  }

  /// The line of the file.
  public String line() {
    StringJoiner line = new StringJoiner(",");
    for (double one : values) {
      line.add(String.format(Locale.ROOT, "%.4f", one));
    }
    return line.toString();
  }
}
