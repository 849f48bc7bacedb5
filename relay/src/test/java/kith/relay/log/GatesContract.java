package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import kith.wire.Limits;
import kith.wire.Problem;
import org.junit.jupiter.api.Test;

/// Presence gates, whatever the store.
public abstract class GatesContract extends EntriesContract {
  private static final int LONG = TODAY + 100;

  private Entry opened(long seq, long gate, long revision0, long revision1) {
    return new Entry.Opened(
        seq,
        TODAY,
        Sample.gate(gate),
        Sample.words(gate * 100 + revision0),
        Sample.words(gate * 100 + revision1));
  }

  @Test
  void nothing_is_revealed_before_both_have_deposited_then_both_at_once() {
    assertThat(value(deposit(TWO, 1, 4))).isEqualTo(TODAY);
    assertThat(entries()).isEmpty();
    assertThat(value(deposit(ONE, 1, 9))).isEqualTo(TODAY);
    assertThat(entries()).containsExactly(opened(1, 1, 9, 4));
  }

  @Test
  void an_event_alone_can_be_deposited_too() {
    for (Seat seat : List.of(ONE, TWO)) {
      value(log().deposit(new Requests.Deposit(seat, Sample.gate(1), 1, TODAY, Sample.event(5))));
    }
    assertThat(entries())
        .containsExactly(
            new Entry.Opened(1, TODAY, Sample.gate(1), Sample.event(5), Sample.event(5)));
  }

  @Test
  void the_answer_to_a_deposit_never_tells_what_it_did() {
    assertThat(value(deposit(ONE, 1, 2))).as("waiting").isEqualTo(TODAY);
    assertThat(value(deposit(ONE, 1, 1))).as("older").isEqualTo(TODAY);
    assertThat(value(deposit(TWO, 1, 1))).as("opened").isEqualTo(TODAY);
    assertThat(value(deposit(TWO, 1, 2))).as("opened before").isEqualTo(TODAY);
    assertThat(value(deposit(TWO, 2, 2, TODAY - 1))).as("expired").isEqualTo(TODAY);
    value(append(ONE, 1, Sample.gate(3)));
    assertThat(value(deposit(TWO, 3, 1))).as("closed").isEqualTo(TODAY);
    assertThat(value(remove(TWO, 4, 1))).as("never there").isEqualTo(TODAY);
    assertThat(entries()).as("one opening, one entry").hasSize(2);
  }

  @Test
  void a_newer_revision_replaces_and_an_older_or_equal_one_changes_nothing() {
    value(deposit(ONE, 1, 5));
    value(deposit(ONE, 1, 6));
    value(deposit(ONE, 1, 4));
    value(log().deposit(new Requests.Deposit(ONE, Sample.gate(1), 6, LONG, Sample.words(999))));
    value(remove(ONE, 1, 6));
    value(deposit(TWO, 1, 1));
    assertThat(entries()).containsExactly(opened(1, 1, 6, 1));
  }

  @Test
  void a_deposit_taken_away_does_not_open_and_a_late_older_one_does_not_bring_it_back() {
    value(deposit(ONE, 1, 1));
    value(remove(ONE, 1, 3));
    value(deposit(ONE, 1, 2));
    value(deposit(TWO, 1, 1));
    assertThat(entries()).isEmpty();
    value(deposit(ONE, 1, 4));
    assertThat(entries()).containsExactly(opened(1, 1, 4, 1));
  }

  @Test
  void a_removal_that_comes_before_its_deposit_wins_over_it() {
    value(remove(ONE, 1, 2));
    value(deposit(ONE, 1, 1));
    value(deposit(TWO, 1, 1));
    assertThat(entries()).isEmpty();
  }

  @Test
  void a_gate_opens_once() {
    value(deposit(ONE, 1, 1));
    value(deposit(TWO, 1, 1));
    value(deposit(ONE, 1, 2));
    value(deposit(TWO, 1, 2));
    reopen();
    value(deposit(ONE, 1, 3));
    value(deposit(TWO, 1, 3));
    assertThat(entries()).containsExactly(opened(1, 1, 1, 1));
  }

  @Test
  void deposits_of_both_fifty_times_at_once_make_one_opening() {
    all(LongStream.range(0, 100).mapToObj(i -> deposit(i % 2 == 0 ? ONE : TWO, 1, 1)));
    assertThat(entries()).containsExactly(opened(1, 1, 1, 1));
  }

  @Test
  void a_gate_closed_by_an_entry_never_opens() {
    value(deposit(ONE, 1, 1));
    value(append(TWO, 1, Sample.gate(1), Sample.gate(2), Sample.gate(1)));
    value(deposit(TWO, 1, 1));
    value(deposit(ONE, 1, 2));
    value(deposit(ONE, 2, 1));
    value(deposit(TWO, 2, 1));
    assertThat(entries()).hasSize(1);
  }

  @Test
  void the_same_entry_again_closes_nothing_more() {
    value(append(ONE, 1));
    value(append(ONE, 1, Sample.gate(1)));
    value(deposit(ONE, 1, 1));
    value(deposit(TWO, 1, 1));
    assertThat(entries()).hasSize(2);
  }

  @Test
  void a_deposit_opens_through_its_last_day_and_not_after() {
    value(deposit(ONE, 1, 1, TODAY + 3));
    value(deposit(ONE, 2, 1, TODAY + 3));
    clock.toDay(TODAY + 3);
    value(deposit(TWO, 1, 1));
    assertThat(entries()).hasSize(1);
    clock.toDay(TODAY + 4);
    value(deposit(TWO, 2, 1));
    assertThat(entries()).hasSize(1);
  }

  @Test
  void what_has_expired_for_a_seat_never_opens_whatever_it_sends_later() {
    value(deposit(ONE, 1, 1, TODAY));
    clock.toDay(TODAY + 1);
    value(deposit(ONE, 1, 2, LONG));
    value(deposit(TWO, 1, 1, LONG));
    value(deposit(ONE, 1, 3, LONG));
    assertThat(entries()).isEmpty();
  }

  @Test
  void a_seat_holds_so_many_deposits_and_the_other_seat_has_its_own() {
    all(LongStream.range(0, Limits.LIVE_DEPOSITS).mapToObj(i -> deposit(ONE, i, 1)));
    assertThat(problem(deposit(ONE, 1_000, 1))).isEqualTo(Problem.TOO_MANY);
    assertThat(value(deposit(ONE, 5, 2))).as("a change is no new one").isEqualTo(TODAY);
    assertThat(value(deposit(TWO, 1_000, 1))).isEqualTo(TODAY);
    assertThat(value(remove(ONE, 5, 3))).isEqualTo(TODAY);
    assertThat(value(deposit(ONE, 1_001, 1))).isEqualTo(TODAY);
  }

  @Test
  void a_seat_changes_deposits_so_often_a_day_and_can_always_take_them_away() {
    all(LongStream.range(1, Limits.DEPOSIT_CHANGES_PER_DAY).mapToObj(i -> deposit(ONE, 1, i)));
    value(deposit(ONE, 2, 1));
    assertThat(problem(deposit(ONE, 1, 1_000))).isEqualTo(Problem.TOO_MANY);
    assertThat(value(remove(ONE, 2, 2))).isEqualTo(TODAY);
    assertThat(value(deposit(TWO, 1, 1))).isEqualTo(TODAY);
    assertThat(entries()).containsExactly(opened(1, 1, Limits.DEPOSIT_CHANGES_PER_DAY - 1, 1));
  }

  @Test
  void the_watcher_hears_nothing_of_a_private_act_and_of_an_opening_once() {
    deposit(ONE, 1, 1).join();
    deposit(ONE, 1, 2).join();
    remove(ONE, 1, 3).join();
    deposit(ONE, 1, 4).join();
    value(log().read(new Requests.Read(ONE, 0)));
    assertThat(heard).isEmpty();
    deposit(TWO, 1, 1).join();
    log().close();
    assertThat(heard).containsExactly(ONE.bond().text() + " 1");
  }
}
