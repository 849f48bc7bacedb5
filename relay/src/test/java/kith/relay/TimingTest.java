package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D17 and D20, the clock: how long one waits does not tell what the other did. The same requests
/// of A go, in an order that is drawn, to a bond in which B did something and to one in which B did
/// nothing. Printed are the middle waits and how often a wait in the first is longer than one in
/// the second: one half when nothing can be told (the statistic of Mann and Whitney, as a share).
///
/// A machine that others use as well permits no fine bound, so what is held is coarse: a limit that
/// is used up, or a deposit that lies there, must not cost a multiple.
final class TimingTest {
  private static final boolean LONG = Boolean.getBoolean("kith.long");

  /// Half of them are deposits, and a seat changes 500 a day.
  private static final int ASKED = LONG ? 900 : 40;

  private static final int WARM_UP = 10;

  /// The only world of the short form: the one that fills the most.
  private static final String FULLEST = "used up its limits";

  private static final Capability A = Sample.capability(10);
  private static final int TIMES = 10;

  /// In the long form, thousands of waits make the share of the longer ones steady.
  private static final double TELLING = 0.75;

  @TempDir Path folder;

  @Test
  void how_long_one_waits_does_not_tell_what_the_other_did() {
    for (var world : NoninterferenceTest.privateActs().entrySet()) {
      if (LONG || world.getKey().equals(FULLEST)) {
        compare(world);
      }
    }
  }

  private void compare(Map.Entry<String, NoninterferenceTest.Behaviour> world) {
    try (Running relay = new Running(folder.resolve(world.getKey()))) {
      relay.bond(1);
      relay.bond(2);
      world.getValue().at(0, relay);
      world.getValue().at(1, relay);
      List<Long> waits = new ArrayList<>();
      List<Long> calm = new ArrayList<>();
      Random random = new Random(Long.getLong("kith.seed", 17));
      for (int i = 0; i < WARM_UP + ASKED; i++) {
        boolean first = random.nextBoolean();
        long one = wait(relay, first ? 1 : 2, i);
        long two = wait(relay, first ? 2 : 1, i);
        if (i >= WARM_UP) {
          waits.add(first ? one : two);
          calm.add(first ? two : one);
        }
      }
      look(world.getKey(), sorted(waits), sorted(calm));
    }
  }

  /// Reads, or deposits anew at a gate that nobody else is at.
  private static long wait(Running relay, long bond, int step) {
    var request =
        step % 2 == 0
            ? relay.request("GET", Say.entriesOf(bond), A, null)
            : relay.request(
                "PUT",
                Say.gateOf(bond, 30),
                A,
                Say.deposit(step, MovingClock.FIRST_DAY + 5, Sample.words(8)));
    long begun = System.nanoTime();
    assertThat(relay.send(request).statusCode()).isEqualTo(200);
    return System.nanoTime() - begun;
  }

  private static long[] sorted(List<Long> waits) {
    long[] all = waits.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(all);
    return all;
  }

  private static void look(String world, long[] waits, long[] calm) {
    double longer = longer(waits, calm);
    System.out.printf(
        Locale.ROOT,
        "timing: B %s: A waits %.2f ms, otherwise %.2f ms; longer in %.3f of all pairs%n",
        world,
        middle(waits) / 1e6,
        middle(calm) / 1e6,
        longer);
    assertThat(middle(waits)).isBetween(middle(calm) / TIMES, middle(calm) * TIMES);
    if (LONG) {
      assertThat(longer).isBetween(1 - TELLING, TELLING);
    }
  }

  private static long middle(long[] sorted) {
    return sorted[sorted.length / 2];
  }

  /// The share of pairs in which the first is the longer one; ties count for half.
  private static double longer(long[] first, long[] second) {
    double pairs = 0;
    for (long one : first) {
      for (long other : second) {
        pairs += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return pairs / first.length / second.length;
  }
}
