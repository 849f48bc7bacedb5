package kith.lab.figures;

/// Least squares with up to a few regressors, by the normal equations, which are gathered case by
/// case so that no case is kept.
public final class Regression {
  private final int regressors;
  private final double[][] products;
  private final double[] sums;
  private double squares;
  private long cases;

  /// For so many regressors, the constant not counted.
  public Regression(int regressors) {
    this.regressors = regressors;
    products = new double[regressors + 1][regressors + 2];
    sums = new double[regressors + 2];
  }

  /// One case: what is explained, and by what.
  public void add(double explained, double... by) {
    cases++;
    squares += explained * explained;
    for (int i = 0; i <= regressors; i++) {
      double left = i == 0 ? 1 : by[i - 1];
      for (int j = 0; j <= regressors; j++) {
        products[i][j] += left * (j == 0 ? 1 : by[j - 1]);
      }
      products[i][regressors + 1] += left * explained;
      sums[i] += left;
    }
    sums[regressors + 1] += explained;
  }

  /// The slopes, in the order of the regressors.
  public double[] slopes() {
    double[][] rows = new double[regressors + 1][];
    for (int i = 0; i <= regressors; i++) {
      rows[i] = products[i].clone();
    }
    double[] all = solved(rows);
    double[] slopes = new double[regressors];
    System.arraycopy(all, 1, slopes, 0, regressors);
    return slopes;
  }

  /// The slopes in standard deviations per standard deviation.
  public double[] standardised() {
    double[] slopes = slopes();
    double explained = variance(squares, sums[regressors + 1]);
    for (int i = 0; i < regressors; i++) {
      double own = variance(products[i + 1][i + 1], sums[i + 1]);
      slopes[i] *= explained == 0 ? 0 : Math.sqrt(own / explained);
    }
    return slopes;
  }

  private double variance(double squared, double sum) {
    return squared / cases - sum / cases * (sum / cases);
  }

  /// Gauss and Jordan, with the largest pivot; a regressor that does not vary gets no slope.
  private static double[] solved(double[][] rows) {
    int many = rows.length;
    for (int column = 0; column < many; column++) {
      int pivot = column;
      for (int row = column + 1; row < many; row++) {
        pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
      }
      double[] swapped = rows[column];
      rows[column] = rows[pivot];
      rows[pivot] = swapped;
      clear(rows, column);
    }
    double[] solution = new double[many];
    for (int row = 0; row < many; row++) {
      double divisor = rows[row][row];
      solution[row] = Math.abs(divisor) < 1e-12 ? 0 : rows[row][many] / divisor;
    }
    return solution;
  }

  private static void clear(double[][] rows, int column) {
    double[] pivot = rows[column];
    if (Math.abs(pivot[column]) < 1e-12) {
      return;
    }
    for (int at = 0; at < rows.length; at++) {
      double times = at == column ? 0 : rows[at][column] / pivot[column];
      for (int i = column; i < pivot.length; i++) {
        rows[at][i] -= times * pivot[i];
      }
    }
  }
}
