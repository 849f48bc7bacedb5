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
import org.junit.jupiter.api.parallel.Isolated;

/// What folding costs, in time of this thread alone, so that a busy machine does not speak for the
/// core. It prints; it fails only when growth is far from linear.
@Isolated
final class TimingTest {
  private static final int MANY = 10_000;
  private static final int ROUNDS = 9;

  /// How much longer the longer history is. Linear growth makes of it four, quadratic sixteen.
  private static final int TIMES = 4;

  private static final double FAR_FROM_LINEAR = 8;
  private static final double FAR_FROM_THE_SAME = 4;
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
  void folding_four_times_as_much_costs_about_four_times_as_much_and_a_look_costs_the_same() {
    Diary once = told(MANY);
    Diary longer = told(TIMES * MANY);
    double fold = Double.MAX_VALUE;
    double foldLonger = Double.MAX_VALUE;
    double look = Double.MAX_VALUE;
    double lookLonger = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      fold = Math.min(fold, fold(once));
      foldLonger = Math.min(foldLonger, fold(longer));
      look = Math.min(look, look(once));
      lookLonger = Math.min(lookLonger, look(longer));
    }
    System.out.printf(
        "timing: fold of %,d entries %.2f ms, of %,d %.2f ms, ratio %.2f; one more %.2f us; "
            + "one view %.0f us, of the longer %.0f us, ratio %.2f%n",
        MANY,
        fold / 1e6,
        TIMES * MANY,
        foldLonger / 1e6,
        foldLonger / fold,
        (foldLonger - fold) / ((TIMES - 1) * MANY) / 1e3,
        look / 1e3,
        lookLonger / 1e3,
        lookLonger / look);
    assertThat(foldLonger / fold).isLessThan(FAR_FROM_LINEAR);
    assertThat(lookLonger / look).isLessThan(FAR_FROM_THE_SAME);
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
