package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import kith.core.bond.Entry;
import kith.core.bond.Kind;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.person.Mine;
import org.junit.jupiter.api.Test;

/// What folding costs. It prints; it fails only when growth is far from linear, since a busy
/// machine may not break a build.
final class TimingTest {
  private static final int MANY = 10_000;
  private static final int ROUNDS = 7;
  private static final double FAR_FROM_LINEAR = 6;

  @Test
  void folding_twice_as_much_costs_about_twice_as_much() {
    double once = best(MANY);
    double twice = best(2 * MANY);
    Diary diary = told(MANY);
    long began = System.nanoTime();
    int views = 20;
    for (int i = 0; i < views; i++) {
      assertThat(diary.view(Mine.NOTHING).setAside()).isZero();
    }
    double view = (System.nanoTime() - began) / 1e3 / views;
    System.out.printf(
        "timing: fold of %,d entries %.2f ms, of %,d %.2f ms, ratio %.2f; one more %.2f us; "
            + "one view of it all %.0f us%n",
        MANY, once / 1e6, 2 * MANY, twice / 1e6, twice / once, (twice - once) / MANY / 1e3, view);
    assertThat(twice / once).isLessThan(FAR_FROM_LINEAR);
  }

  /// The least of several rounds, in nanoseconds: the one least disturbed.
  private static double best(int entries) {
    Diary diary = told(entries);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      Diary again = new Diary(Diary.FREE);
      long began = System.nanoTime();
      for (Entry entry : diary.told) {
        again.take(entry);
      }
      best = Math.min(best, (double) (System.nanoTime() - began));
    }
    return best;
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
