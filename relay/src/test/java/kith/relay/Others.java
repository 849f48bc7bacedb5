package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/// How long others wait while somebody does harm, next to how long they wait without it: both
/// measured in one run, in turn, and of each the turn in which the slowest answer in a hundred took
/// least, because the machine that runs the tests has other things to do.
final class Others {
  private static final boolean LONG = Boolean.getBoolean("kith.long");
  private static final int ASKED = LONG ? 400 : 100;
  private static final int WARM_UP = LONG ? 50 : 10;
  private static final int LEAST_TURNS = LONG ? 3 : 1;
  private static final int MOST_TURNS = 12;
  private static final int TIMES = 2;

  /// Under this nobody notices, however quick it was before.
  private static final Duration UNNOTICED = Duration.ofMillis(50);

  private Others() {}

  /// What goes on until it is closed.
  @FunctionalInterface
  interface Harm {
    AutoCloseable begin() throws Exception;
  }

  /// What others ask, and what goes on meanwhile.
  record Turn(IntConsumer asking, Harm meanwhile) {
    /// Nothing goes on.
    static Turn calm(IntConsumer asking) {
      return new Turn(asking, () -> () -> {});
    }

    long p99(int asked) throws Exception {
      AutoCloseable going = meanwhile.begin();
      try {
        return Others.p99(asked, asking);
      } finally {
        going.close();
      }
    }
  }

  /// Has others ask without the harm and with it, prints both and their ratio, and wants the second
  /// within twice the first.
  static void goOn(String harm, IntConsumer asking, Harm harmful) throws Exception {
    compare(harm, Turn.calm(asking), new Turn(asking, harmful));
  }

  /// The same where not only the harm is another.
  static void compare(String harm, Turn without, Turn with) throws Exception {
    without.p99(WARM_UP);
    long calm = Long.MAX_VALUE;
    long harmed = Long.MAX_VALUE;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      if (turn >= LEAST_TURNS && harmed <= bound(calm)) {
        break;
      }
      calm = Math.min(calm, without.p99(ASKED));
      harmed = Math.min(harmed, with.p99(ASKED));
    }
    System.out.printf(
        Locale.ROOT,
        "others: %s: p99 %.1f ms with it, %.1f ms without, ratio %.2f%n",
        harm,
        harmed / 1e6,
        calm / 1e6,
        (double) harmed / calm);
    assertThat(harmed).as(harm).isLessThanOrEqualTo(bound(calm));
  }

  private static long bound(long calm) {
    return Math.max(TIMES * calm, UNNOTICED.toNanos());
  }

  /// The 99th percentile of so many, in nanoseconds.
  private static long p99(int many, IntConsumer asking) {
    long[] nanos = new long[many];
    for (int i = 0; i < many; i++) {
      long begun = System.nanoTime();
      asking.accept(i);
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos[many * 99 / 100 - 1];
  }
}
