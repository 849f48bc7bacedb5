package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import kith.core.bond.Entry;
import kith.core.bond.Kind;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.person.Mine;
import org.junit.jupiter.api.Test;

/// What folding costs, in time of this thread alone, so that a busy machine does not speak for the
/// core. It prints; it fails only when growth is far from linear.
final class TimingTest {
  private static final int MANY = 10_000;
  private static final int ROUNDS = 9;
  private static final double FAR_FROM_LINEAR = 6;
  private static final Mine PAGE =
      new Mine(
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          OptionalInt.of(20));
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  @Test
  void folding_twice_as_much_costs_about_twice_as_much_and_a_look_costs_the_same() {
    Diary once = told(MANY);
    Diary twice = told(2 * MANY);
    double fold = Double.MAX_VALUE;
    double foldTwice = Double.MAX_VALUE;
    double look = Double.MAX_VALUE;
    double lookTwice = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      fold = Math.min(fold, fold(once));
      foldTwice = Math.min(foldTwice, fold(twice));
      look = Math.min(look, look(once));
      lookTwice = Math.min(lookTwice, look(twice));
    }
    System.out.printf(
        "timing: fold of %,d entries %.2f ms, of %,d %.2f ms, ratio %.2f; one more %.2f us; "
            + "one view %.0f us, of twice as much %.0f us, ratio %.2f%n",
        MANY,
        fold / 1e6,
        2 * MANY,
        foldTwice / 1e6,
        foldTwice / fold,
        foldTwice / (2 * MANY) / 1e3,
        look / 1e3,
        lookTwice / 1e3,
        lookTwice / look);
    assertThat(foldTwice / fold).isLessThan(FAR_FROM_LINEAR);
    assertThat(lookTwice / look).isLessThan(FAR_FROM_LINEAR);
  }

  private static double fold(Diary diary) {
    Diary again = new Diary(Diary.FREE);
    long began = CLOCK.getCurrentThreadCpuTime();
    for (Entry entry : diary.told) {
      again.take(entry);
    }
    return CLOCK.getCurrentThreadCpuTime() - began;
  }

  /// Of the last page, as the app asks for it.
  private static double look(Diary diary) {
    int views = 50;
    long began = CLOCK.getCurrentThreadCpuTime();
    for (int i = 0; i < views; i++) {
      assertThat(diary.view(PAGE).story()).hasSize(20);
    }
    return (double) (CLOCK.getCurrentThreadCpuTime() - began) / views;
  }

  private static Diary told(int entries) {
    Diary diary = new Diary(Diary.FREE);
    while (diary.told.size() < entries) {
      var id = diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
      diary.open(id, 1, "words", "words");
      diary.respond(Seat.ZERO, id);
      diary.respond(Seat.ONE, id);
    }
    return diary;
  }
}
