package kith.relay.log.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Pending;
import kith.relay.log.sql.Turn;
import kith.relay.log.sql.Work;
import kith.wire.BondId;
import kith.wire.Id;
import org.junit.jupiter.api.Test;

/// What two lanes take.
final class IntakeTest {
  private final Intake intake = new Intake(2);

  private Pending<Integer> submitted(int bond) {
    Pending<Integer> pending = pending(bond);
    intake.submit(pending);
    return pending;
  }

  private static Pending<Integer> pending(int bond) {
    Home home = new Home.OfBond(new BondId(new Id(0, bond)));
    return new Pending<>(new Work<>("test", home, 0, turn -> Turn.done(turn.today())));
  }

  private Group taken() throws InterruptedException {
    return Objects.requireNonNull(intake.next());
  }

  private static List<Pending<?>> all(Group group) {
    return group.all().toList();
  }

  @Test
  void another_lane_takes_what_comes_while_a_group_is_under_way() throws InterruptedException {
    Pending<Integer> first = submitted(1);
    assertThat(all(taken())).containsExactly(first);
    Pending<Integer> second = submitted(2);
    assertThat(all(taken())).containsExactly(second);
  }

  @Test
  void later_work_of_a_home_waits_until_its_earlier_work_is_done() throws Exception {
    submitted(1);
    Group underWay = taken();
    Pending<Integer> later = submitted(1);
    Pending<Integer> ofAnother = submitted(2);
    Group meanwhile = taken();
    assertThat(all(meanwhile)).containsExactly(ofAnother);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Group> next = other.submit(this::taken);
      intake.done(meanwhile);
      assertThat(next.isDone()).isFalse();
      intake.done(underWay);
      assertThat(all(next.get())).containsExactly(later);
    }
  }

  @Test
  void of_much_that_waits_each_lane_takes_half_and_what_is_little_is_not_parted() throws Exception {
    for (int bond = 0; bond < 100; bond++) {
      submitted(bond);
    }
    List<Integer> sizes = new ArrayList<>();
    for (int left = 100; left > 0; left -= sizes.getLast()) {
      sizes.add(all(taken()).size());
    }
    assertThat(sizes).containsExactly(50, 25, 24, 1);
  }

  @Test
  void what_came_before_the_end_is_done_and_what_comes_after_it_fails() throws Exception {
    Pending<Integer> before = submitted(1);
    Pending<Integer> last = pending(2);
    intake.close(last);
    assertThat(intake.isOver()).isFalse();
    assertThat(all(taken())).containsExactly(before, last);
    assertThat(intake.isOver()).isTrue();
    assertThat(intake.next()).isNull();
    intake.leave();
    intake.leave();
    CompletableFuture<?> after = submitted(3).answer();
    assertThat(after).isCompletedExceptionally();
  }
}
