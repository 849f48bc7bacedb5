package kith.relay.log.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How soon one group follows another.
final class PaceTest {
  private static final long MILLIS = 5;

  @Test
  void whoever_comes_alone_does_not_wait() {
    Pace pace = new Pace(TimeUnit.DAYS.toMillis(1));
    pace.begin(1);
    pace.await();
    pace.begin(2);
    pace.await();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void after_several_at_a_time_the_next_group_waits_for_more() {
    Pace pace = new Pace(MILLIS);
    long before = System.nanoTime();
    for (int group = 1; group <= 3; group++) {
      pace.begin(3);
      pace.await();
      long took = System.nanoTime() - before;
      assertThat(took).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(group * MILLIS));
    }
  }

  @Test
  void a_thread_that_is_to_stop_does_not_wait() {
    Pace pace = new Pace(TimeUnit.DAYS.toMillis(1));
    pace.begin(3);
    Thread.currentThread().interrupt();
    pace.await();
    assertThat(Thread.interrupted()).isTrue();
  }
}
