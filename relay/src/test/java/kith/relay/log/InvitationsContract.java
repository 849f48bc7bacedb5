package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import kith.wire.Box;
import kith.wire.Limits;
import kith.wire.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Invitations, whatever the store.
public abstract class InvitationsContract extends GatesContract {
  private static final Seat INVITER = Sample.seat(2, 30);
  private static final Seat JOINER = Sample.seat(2, 40);
  private static final Seat OTHER = Sample.seat(2, 50);
  private static final int LAST = TODAY + 7;
  private static final Box OFFER = Sample.box(1500, 1);
  private static final Box ACCEPT = Sample.box(2700, 2);
  private static final Box CONFIRM = Sample.box(61, 3);

  @BeforeEach
  void aSecondBond() {
    value(log().create(new Requests.CreateBond(INVITER.bond(), INVITER.hash(), 0)));
  }

  private CompletableFuture<Outcome<Integer>> offer() {
    return log().offer(new Requests.Offer(INVITER, Sample.invitation(1), OFFER, LAST));
  }

  private CompletableFuture<Outcome<Integer>> accept(Seat seat, Box box) {
    return log().accept(new Requests.Accept(Sample.invitation(1), box, seat.hash()));
  }

  private CompletableFuture<Outcome<Integer>> confirm(Seat seat, Box box) {
    return log().confirm(new Requests.Confirm(Sample.invitation(1), seat.hash(), box));
  }

  private CompletableFuture<Outcome<Integer>> erase(Seat seat) {
    return log().erase(new Requests.Erase(Sample.invitation(1), seat.hash()));
  }

  private CompletableFuture<Outcome<Invitation>> invitation() {
    return log().invitation(Sample.invitation(1));
  }

  @Test
  void three_boxes_pass_between_two_people_and_then_they_are_gone() {
    value(offer());
    assertThat(value(invitation())).isEqualTo(new Invitation(OFFER, null, null, LAST, TODAY));
    value(accept(JOINER, ACCEPT));
    value(confirm(INVITER, CONFIRM));
    assertThat(value(invitation())).isEqualTo(new Invitation(OFFER, ACCEPT, CONFIRM, LAST, TODAY));
    assertThat(value(erase(JOINER))).isEqualTo(TODAY);
    assertThat(problem(invitation())).isEqualTo(Problem.INVITATION_USED);
    assertThat(value(erase(INVITER))).as("again").isEqualTo(TODAY);
    assertThat(problem(accept(JOINER, ACCEPT))).isEqualTo(Problem.INVITATION_TAKEN);
    assertThat(problem(confirm(INVITER, CONFIRM))).isEqualTo(Problem.INVITATION_TAKEN);
  }

  @Test
  void each_step_again_gives_the_same_answer_also_days_later_and_after_a_restart() {
    value(offer());
    clock.toDay(TODAY + 1);
    value(accept(JOINER, ACCEPT));
    clock.toDay(TODAY + 2);
    value(confirm(INVITER, CONFIRM));
    clock.toDay(TODAY + 3);
    reopen();
    assertThat(value(offer())).isEqualTo(TODAY);
    assertThat(value(accept(JOINER, ACCEPT))).isEqualTo(TODAY + 1);
    assertThat(value(confirm(INVITER, CONFIRM))).isEqualTo(TODAY + 2);
  }

  @Test
  void anything_else_under_the_same_invitation_is_refused() {
    value(offer());
    assertThat(
            problem(log().offer(new Requests.Offer(INVITER, Sample.invitation(1), ACCEPT, LAST))))
        .isEqualTo(Problem.INVITATION_EXISTS);
    assertThat(problem(confirm(INVITER, CONFIRM))).isEqualTo(Problem.INVITATION_NOT_ACCEPTED);
    value(accept(JOINER, ACCEPT));
    assertThat(problem(accept(JOINER, OFFER))).isEqualTo(Problem.INVITATION_TAKEN);
    assertThat(problem(accept(OTHER, ACCEPT))).isEqualTo(Problem.INVITATION_TAKEN);
    value(confirm(INVITER, CONFIRM));
    assertThat(problem(confirm(INVITER, OFFER))).isEqualTo(Problem.INVITATION_TAKEN);
  }

  @Test
  void only_the_inviter_offers_and_confirms_and_only_the_two_erase() {
    assertThat(problem(log().offer(new Requests.Offer(JOINER, Sample.invitation(1), OFFER, LAST))))
        .isEqualTo(Problem.NOT_PERMITTED);
    value(offer());
    value(accept(JOINER, ACCEPT));
    assertThat(problem(log().offer(new Requests.Offer(JOINER, Sample.invitation(2), OFFER, LAST))))
        .isEqualTo(Problem.NOT_PERMITTED);
    assertThat(problem(confirm(JOINER, CONFIRM))).isEqualTo(Problem.NOT_PERMITTED);
    assertThat(problem(confirm(OTHER, CONFIRM))).isEqualTo(Problem.NOT_PERMITTED);
    assertThat(problem(erase(OTHER))).isEqualTo(Problem.NOT_PERMITTED);
  }

  @Test
  void fifty_who_accept_at_once_get_one_seat() {
    value(offer());
    List<CompletableFuture<Outcome<Integer>>> answers =
        LongStream.range(0, 50).mapToObj(i -> accept(Sample.seat(2, 100 + i), ACCEPT)).toList();
    assertThat(answers.stream().filter(a -> a.join() instanceof Outcome.Done<Integer>)).hasSize(1);
    long seated =
        LongStream.range(0, 50)
            .mapToObj(i -> log().read(new Requests.Read(Sample.seat(2, 100 + i), 0)).join())
            .filter(outcome -> outcome instanceof Outcome.Done<Page>)
            .count();
    assertThat(seated).isEqualTo(1);
  }

  @Test
  void the_one_who_accepted_may_write_at_once() {
    value(offer());
    assertThat(problem(append(JOINER, 1))).isEqualTo(Problem.NOT_PERMITTED);
    value(accept(JOINER, ACCEPT));
    assertThat(value(append(JOINER, 1)).seq()).isEqualTo(1);
  }

  @Test
  void a_second_invitation_of_a_bond_finds_the_seat_taken() {
    value(offer());
    value(log().offer(new Requests.Offer(INVITER, Sample.invitation(2), OFFER, LAST)));
    value(accept(JOINER, ACCEPT));
    assertThat(
            problem(log().accept(new Requests.Accept(Sample.invitation(2), ACCEPT, OTHER.hash()))))
        .isEqualTo(Problem.INVITATION_TAKEN);
  }

  @Test
  void nobody_takes_the_second_seat_with_the_first_ones_capability() {
    value(offer());
    assertThat(problem(accept(INVITER, ACCEPT))).isEqualTo(Problem.INVITATION_TAKEN);
  }

  @Test
  void an_invitation_is_open_through_its_last_day_then_expired_then_forgotten() {
    value(offer());
    clock.toDay(LAST);
    assertThat(value(invitation()).today()).isEqualTo(LAST);
    clock.toDay(LAST + 1);
    assertThat(problem(invitation())).isEqualTo(Problem.INVITATION_EXPIRED);
    assertThat(problem(accept(JOINER, ACCEPT))).isEqualTo(Problem.INVITATION_EXPIRED);
    assertThat(problem(confirm(INVITER, CONFIRM)))
        .isIn(Problem.INVITATION_NOT_ACCEPTED, Problem.INVITATION_EXPIRED);
    clock.toDay(LAST + Limits.INVITATION_MEMORY_DAYS + 1);
    awaitForgotten();
  }

  @Test
  void an_accepted_invitation_outlives_its_last_day() {
    value(offer());
    value(accept(JOINER, ACCEPT));
    clock.toDay(LAST + Limits.MEETING_DAYS);
    assertThat(value(invitation()).accept()).isNotNull();
    value(confirm(INVITER, CONFIRM));
    assertThat(value(invitation()).confirm()).isNotNull();
    value(accept(JOINER, ACCEPT));
    clock.toDay(LAST + Limits.MEETING_DAYS + 1);
    assertThat(problem(invitation())).isIn(Problem.INVITATION_EXPIRED, Problem.INVITATION_UNKNOWN);
  }

  /// The store forgets in a quiet moment of its own.
  private void awaitForgotten() {
    long end = System.nanoTime() + 10_000_000_000L;
    while (problem(invitation()) == Problem.INVITATION_EXPIRED && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(problem(invitation())).isEqualTo(Problem.INVITATION_UNKNOWN);
  }

  @Test
  void an_unknown_invitation_says_so() {
    assertThat(problem(invitation())).isEqualTo(Problem.INVITATION_UNKNOWN);
    assertThat(problem(accept(JOINER, ACCEPT))).isEqualTo(Problem.INVITATION_UNKNOWN);
    assertThat(problem(confirm(INVITER, CONFIRM))).isEqualTo(Problem.INVITATION_UNKNOWN);
    assertThat(problem(erase(INVITER))).isEqualTo(Problem.INVITATION_UNKNOWN);
  }

  @Test
  void a_bond_has_so_many_open_invitations() {
    all(
        LongStream.range(0, Limits.INVITATIONS_PER_BOND)
            .mapToObj(
                i ->
                    log()
                        .offer(
                            new Requests.Offer(INVITER, Sample.invitation(10 + i), OFFER, LAST))));
    assertThat(problem(offer())).isEqualTo(Problem.TOO_MANY);
    clock.toDay(LAST + 1);
    assertThat(
            value(log().offer(new Requests.Offer(INVITER, Sample.invitation(1), OFFER, LAST + 2))))
        .isEqualTo(LAST + 1);
  }

  @Test
  void the_watcher_hears_of_accept_and_confirm_once() {
    offer().join();
    accept(JOINER, ACCEPT).join();
    accept(JOINER, ACCEPT).join();
    confirm(INVITER, CONFIRM).join();
    confirm(INVITER, CONFIRM).join();
    erase(INVITER).join();
    log().close();
    assertThat(heard).containsExactly(JOINER.bond().text() + " 0", JOINER.bond().text() + " 0");
  }
}
