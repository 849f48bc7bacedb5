package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import kith.wire.Box;
import kith.wire.Limits;
import kith.wire.Problem;
import org.junit.jupiter.api.Test;

/// Ending a bond, changing a capability, and the entries that no quota stops, whatever the store.
public abstract class EndContract extends WithdrawContract {
  private static final Box GOODBYE = Sample.box(1024, 66);

  protected CompletableFuture<Outcome<Ending>> end(Seat seat, long handle, int on) {
    return log().end(new Requests.End(seat, Sample.handle(handle), GOODBYE, on));
  }

  private Entry ended(long seq, int day, int by, long handle) {
    return new Entry.Written(
        seq, day, by, Sample.handle(handle), new kith.wire.Parts(GOODBYE, null));
  }

  private Page.Standing standing(Seat seat) {
    return value(log().read(new Requests.Read(seat, 0))).standing();
  }

  @Test
  void an_end_is_the_last_entry_and_nothing_is_added_after_it() {
    value(append(TWO, 1));
    value(deposit(TWO, 1, 1));
    assertThat(value(end(ONE, 9, TODAY))).isEqualTo(new Ending(TODAY, TODAY));
    reopen();
    assertThat(entries().getLast()).isEqualTo(ended(2, TODAY, 0, 9));
    for (Seat seat : List.of(ONE, TWO)) {
      assertThat(standing(seat).ended()).hasValue(TODAY);
      assertThat(problem(append(seat, 20))).isEqualTo(Problem.BOND_ENDED);
      assertThat(problem(deposit(seat, 1, 2))).isEqualTo(Problem.BOND_ENDED);
      assertThat(problem(log().counters(seat))).isEqualTo(Problem.BOND_ENDED);
      assertThat(problem(log().rewrap(new Requests.Rewrap(seat, List.of()))))
          .isEqualTo(Problem.BOND_ENDED);
    }
    assertThat(value(append(TWO, 1)).seq()).as("what was written is still that").isEqualTo(1);
    assertThat(value(withdraw(TWO, 1, Sample.box(1024, 1), TODAY))).isEqualTo(TODAY);
    assertThat(entries()).hasSize(2);
  }

  @Test
  void an_end_again_has_the_same_answer_whoever_asks() {
    value(end(ONE, 9, TODAY));
    clock.toDay(TODAY + 3);
    Ending again = new Ending(TODAY, TODAY + 3);
    assertThat(value(end(ONE, 9, TODAY))).isEqualTo(again);
    assertThat(value(end(ONE, 10, TODAY + 30))).isEqualTo(again);
    assertThat(value(end(TWO, 11, TODAY))).isEqualTo(again);
    assertThat(problem(end(STRANGER, 12, TODAY))).isEqualTo(Problem.NOT_PERMITTED);
    assertThat(entries()).containsExactly(ended(1, TODAY, 0, 9));
  }

  @Test
  void both_end_at_once_and_there_is_one_end() {
    all(LongStream.range(0, 50).mapToObj(i -> end(i % 2 == 0 ? ONE : TWO, i, TODAY)));
    assertThat(entries()).hasSize(1);
  }

  @Test
  void a_later_end_shows_nothing_before_its_day_and_loses_nothing() {
    value(append(TWO, 1));
    heard.clear();
    assertThat(value(end(ONE, 9, TODAY + 20)).on()).isEqualTo(TODAY + 20);
    assertThat(value(end(ONE, 9, TODAY + 25)).on()).as("never back").isEqualTo(TODAY + 20);
    clock.toDay(TODAY + 19);
    letTimePass();
    reopen();
    heard.clear();
    assertThat(standing(TWO).ended()).isEmpty();
    assertThat(entries()).hasSize(1);
    value(append(TWO, 2));
    value(deposit(TWO, 1, 1));
    clock.toDay(TODAY + 20);
    letTimePass();
    letTimePass();
    assertThat(entries().getLast()).isEqualTo(ended(3, TODAY + 20, 0, 9));
    assertThat(entries()).hasSize(3);
    assertThat(standing(TWO).ended()).hasValue(TODAY + 20);
    reopen();
    assertThat(heard).contains(ONE.bond().text() + " 3");
  }

  @Test
  void a_later_end_can_be_brought_forward_and_takes_the_words_of_that_day_with_it() {
    value(log().append(new Requests.Append(ONE, Sample.handle(1), Sample.words(1), List.of())));
    value(withdraw(ONE, 1, GOODBYE, TODAY + 30));
    value(end(ONE, 9, TODAY + 30));
    assertThat(value(end(ONE, 9, TODAY + 5)).on()).isEqualTo(TODAY + 5);
    clock.toDay(TODAY + 5);
    letTimePass();
    assertThat(standing(ONE).ended()).hasValue(TODAY + 5);
    clock.toDay(TODAY + 30);
    letTimePass();
    assertThat(changes(TWO, 0)).as("put off, and done after the end too").hasSize(1);
  }

  @Test
  void the_one_who_was_left_cannot_invite_again() {
    Seat inviter = Sample.seat(3, 31);
    value(log().create(new Requests.CreateBond(inviter.bond(), inviter.hash(), 0)));
    Requests.Offer offer =
        new Requests.Offer(inviter, Sample.invitation(8), Sample.box(9, 1), TODAY + 9);
    value(log().offer(offer));
    value(log().end(new Requests.End(inviter, Sample.handle(1), GOODBYE, TODAY)));
    assertThat(problem(log().invitation(Sample.invitation(8)))).isEqualTo(Problem.INVITATION_USED);
    assertThat(
            problem(
                log()
                    .accept(
                        new Requests.Accept(
                            Sample.invitation(8), Sample.box(9, 2), Sample.hash(40)))))
        .isEqualTo(Problem.INVITATION_TAKEN);
    assertThat(
            problem(
                log()
                    .offer(
                        new Requests.Offer(
                            inviter, Sample.invitation(9), Sample.box(9, 1), TODAY + 9))))
        .isEqualTo(Problem.BOND_ENDED);
  }

  @Test
  void an_end_under_a_handle_that_is_taken_ends_all_the_same() {
    value(append(ONE, 1));
    value(end(ONE, 1, TODAY));
    assertThat(standing(TWO).ended()).hasValue(TODAY);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void a_rotated_capability_is_dead_at_once() {
    Seat next = Sample.seat(BOND, 11);
    assertThat(value(log().rotate(new Requests.Rotate(ONE, next.hash())))).isEqualTo(TODAY);
    assertThat(problem(append(ONE, 1))).isEqualTo(Problem.NOT_PERMITTED);
    assertThat(problem(log().rotate(new Requests.Rotate(ONE, ONE.hash()))))
        .isEqualTo(Problem.NOT_PERMITTED);
    assertThat(value(log().rotate(new Requests.Rotate(next, next.hash())))).isEqualTo(TODAY);
    assertThat(problem(log().rotate(new Requests.Rotate(next, TWO.hash()))))
        .isEqualTo(Problem.SEAT_TAKEN);
    assertThat(value(append(next, 1)).seq()).isEqualTo(1);
    assertThat(value(append(TWO, 2)).seq()).isEqualTo(2);
    reopen();
    assertThat(heard).contains("rotated " + ONE.bond().text());
  }

  @Test
  void a_reserved_entry_needs_no_quota() {
    all(LongStream.range(0, Limits.ENTRIES_PER_DAY).mapToObj(i -> append(ONE, i)));
    assertThat(problem(append(ONE, 5_000))).isEqualTo(Problem.TOO_MANY);
    for (long i = 0; i < Limits.RESERVED_PER_DAY; i++) {
      value(log().append(reserved(6_000 + i)));
    }
    assertThat(problem(log().append(reserved(7_000)))).isEqualTo(Problem.TOO_MANY);
    Requests.Append words =
        new Requests.Append(ONE, Sample.handle(8_000), Sample.words(1), List.of(), true);
    assertThat(problem(log().append(words)))
        .as("words are not reserved")
        .isEqualTo(Problem.TOO_MANY);
    assertThat(value(append(TWO, 9_000)).day()).isEqualTo(TODAY);
  }

  private static Requests.Append reserved(long handle) {
    return new Requests.Append(ONE, Sample.handle(handle), Sample.event(handle), List.of(), true);
  }
}
