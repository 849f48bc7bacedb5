package kith.app;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import kith.relay.log.Progress;

/// A bar on one line of a terminal for work that takes a while; silent where nobody looks (output
/// that goes to a file or another program).
final class ProgressLine implements Progress, AutoCloseable {
  private static final int WIDTH = 30;
  private static final int PERCENT = 100;

  private final String what;
  private final PrintStream to;
  private final boolean seen;
  private long shown = -1;

  ProgressLine(String what) {
    this(
        what,
        System.err,
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
  }

  ProgressLine(String what, PrintStream to, boolean seen) {
    this.what = what;
    this.to = to;
    this.seen = seen;
  }

  @Override
  public synchronized void at(long done, long all) {
    long percent = all <= 0 ? PERCENT : Math.clamp(done * PERCENT / all, 0, PERCENT);
    if (!seen || percent == shown) {
      return;
    }
    shown = percent;
    int filled = (int) (percent * WIDTH / PERCENT);
    to.printf("\r%s [%s%s] %3d %%", what, "#".repeat(filled), ".".repeat(WIDTH - filled), percent);
    to.flush();
  }

  /// Ends the line, if one was begun.
  @Override
  public synchronized void close() {
    if (shown >= 0) {
      to.println();
    }
  }
}
