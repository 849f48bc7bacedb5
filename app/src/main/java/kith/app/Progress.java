package kith.app;

import java.io.PrintStream;

/// A bar on the error stream that says how far a long command is.
final class Progress {
  private static final int WIDTH = 40;
  private static final int PERCENT = 100;

  private final PrintStream out;
  private final int steps;
  private int shown = -1;

  Progress(PrintStream out, int steps) {
    this.out = out;
    this.steps = Math.max(1, steps);
  }

  /// So many steps are done.
  void done(int step) {
    int percent = Math.min(PERCENT, step * PERCENT / steps);
    if (percent == shown) {
      return;
    }
    shown = percent;
    int full = percent * WIDTH / PERCENT;
    out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + " %");
    if (step >= steps) {
      out.println();
    }
    out.flush();
  }
}
