package kith.app.bench;

import java.io.PrintStream;

/// A progress bar for people; silent for programs.
final class Progress {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean shown;
  private String doing = "";
  private int last = -1;

  Progress(PrintStream out, boolean shown) {
    this.out = out;
    this.shown = shown;
  }

  void begin(String what) {
    doing = what;
    last = -1;
    at(0);
  }

  void at(double part) {
    int full = (int) Math.round(WIDTH * Math.clamp(part, 0, 1));
    if (shown && full != last) {
      last = full;
      String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
      out.printf("\r[%s] %-40s", bar, doing);
      out.flush();
    }
  }

  void end() {
    at(1);
    if (shown) {
      out.println();
    }
  }
}
