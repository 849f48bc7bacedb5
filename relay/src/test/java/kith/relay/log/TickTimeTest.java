package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The time that ticks go by, under clocks of every kind.
final class TickTimeTest {
  private static final long MINUTE = 60_000;
  private static final long START = 20_000L * TickTime.DAY;

  private static TickTime go(TickTime time, long from, int minutes) {
    TickTime now = time;
    for (long i = 1; i <= minutes; i++) {
      now = now.look((from + i) * MINUTE);
    }
    return now;
  }

  private static TickTime begun() {
    return TickTime.begin(START * MINUTE);
  }

  @Test
  void a_steady_clock_is_followed_to_the_minute() {
    assertThat(go(begun(), START, 3000).reached()).isEqualTo(START + 3000);
  }

  @Test
  void a_step_ahead_that_is_taken_back_within_the_hour_changes_nothing() {
    TickTime ahead = go(begun(), START + 2 * TickTime.DAY, 50);
    assertThat(ahead.reached()).isEqualTo(START);
    TickTime back = go(ahead, START + 50, 100);
    assertThat(back.reached()).isEqualTo(START + 150);
    assertThat(back.shift()).isZero();
  }

  @Test
  void a_step_of_an_hour_ahead_brings_no_tick_before_its_time() {
    TickTime time = begun();
    for (long real = 1; real <= 3000; real++) {
      long clock = START + real + (real > 100 ? 60 : 0);
      time = time.look(clock * MINUTE);
      assertThat(time.reached()).isLessThanOrEqualTo(real < 161 ? START + real : START + real + 60);
    }
    assertThat(time.reached()).isEqualTo(START + 3060);
  }

  @Test
  void a_stop_of_some_days_is_caught_up_after_an_hour() {
    TickTime woken = go(begun(), START + 3 * TickTime.DAY, 59);
    assertThat(woken.reached()).isEqualTo(START);
    assertThat(go(woken, START + 3 * TickTime.DAY + 59, 10).reached())
        .isEqualTo(START + 3 * TickTime.DAY + 69);
  }

  @Test
  void a_clock_set_back_by_days_goes_on_from_where_it_was_and_nothing_comes_twice() {
    TickTime before = go(begun(), START, 500);
    TickTime back = go(before, START - 2 * TickTime.DAY, 61);
    assertThat(back.reached()).isEqualTo(before.reached());
    TickTime later = go(back, START - 2 * TickTime.DAY + 61, TickTime.DAY);
    assertThat(later.reached()).isEqualTo(before.reached() + TickTime.DAY);
  }

  @Test
  void whatever_the_clock_does_time_never_goes_back_and_a_steady_day_always_brings_a_tick() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TickTime time = begun();
      long clock = START;
      for (int i = 0; i < 2_000; i++) {
        clock += random.nextInt(50) == 0 ? random.nextLong(-3000, 3000) : 1;
        TickTime next = time.look(clock * MINUTE);
        assertThat(next.reached()).as("seed " + seed).isGreaterThanOrEqualTo(time.reached());
        time = next;
      }
      long reached = time.reached();
      time = go(time, clock, 2 * TickTime.HOLD + TickTime.DAY);
      assertThat(time.reached() - reached).as("seed " + seed).isGreaterThanOrEqualTo(TickTime.DAY);
    }
  }

  @Test
  void an_epoch_is_over_exactly_when_the_next_begins() {
    for (int offset : new int[] {0, 1, 700, 1439}) {
      for (long reached = START - 1500; reached < START + 1500; reached++) {
        int epoch = TickTime.epoch(reached, offset);
        assertThat(TickTime.over(epoch, offset)).isGreaterThan(reached);
        assertThat(TickTime.epoch(TickTime.over(epoch, offset), offset)).isEqualTo(epoch + 1);
      }
    }
  }
}
