package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.Problem;
import org.junit.jupiter.api.Test;

/// Vote gates and their tick, whatever the store. The bond's day begins at midnight here.
public abstract class VotesContract extends EndContract {
  protected static final Set<Integer> NOTHING = Set.of();

  /// What one seat says at its next upload: yes at these gates.
  protected CompletableFuture<Outcome<Counters>> upload(Seat seat, Set<Integer> yes) {
    Counters now = value(log().counters(seat));
    return log().vote(Ballots.upload(seat, now, yes));
  }

  private Entry opened(long seq, int day, int gate, int epoch) {
    return new Entry.Opened(
        seq,
        day,
        Sample.gate(Ballots.GATES + gate),
        new Parts(Ballots.box(0, gate, epoch), null),
        new Parts(Ballots.box(1, gate, epoch), null));
  }

  @Test
  void two_yeses_open_at_the_tick_and_not_before() {
    value(upload(ONE, Set.of(3, 5)));
    value(upload(TWO, Set.of(5, 7)));
    letTimePass();
    assertThat(entries()).isEmpty();
    heard.clear();
    nextDay();
    assertThat(entries()).containsExactly(opened(1, TODAY + 1, 5, TODAY));
    reopen();
    assertThat(heard).containsExactly(ONE.bond().text() + " 1");
    nextDay();
    nextDay();
    reopen();
    nextDay();
    assertThat(entries()).as("once").hasSize(1);
  }

  @Test
  void one_yes_leaves_nothing() {
    value(upload(ONE, Set.of(1, 2, 3)));
    value(upload(TWO, NOTHING));
    heard.clear();
    for (int day = 0; day < 4; day++) {
      nextDay();
    }
    assertThat(entries()).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void a_yes_that_the_other_never_answers_leaves_nothing() {
    value(upload(TWO, Set.of(1)));
    for (int day = 0; day < 4; day++) {
      nextDay();
    }
    assertThat(entries()).isEmpty();
    assertThat(value(log().counters(TWO)).next()).containsExactly(1, 1, 1);
  }

  @Test
  void only_the_last_upload_before_the_tick_counts() {
    value(upload(ONE, Set.of(1)));
    value(upload(ONE, NOTHING));
    value(upload(TWO, Set.of(1, 2)));
    value(upload(TWO, Set.of(1, 2)));
    value(upload(ONE, Set.of(2)));
    nextDay();
    assertThat(entries()).containsExactly(opened(1, TODAY + 1, 2, TODAY));
  }

  @Test
  void a_yes_fades_with_the_epochs_that_it_covers() {
    value(upload(ONE, Set.of(1)));
    nextDay();
    nextDay();
    value(upload(TWO, Set.of(1)));
    nextDay();
    assertThat(entries()).as("covered by both").containsExactly(opened(1, TODAY + 3, 1, TODAY + 2));
    value(upload(ONE, Set.of(2)));
    nextDay();
    nextDay();
    nextDay();
    value(upload(TWO, Set.of(2)));
    nextDay();
    assertThat(entries()).as("no longer covered").hasSize(1);
  }

  @Test
  void a_counter_is_used_once_whoever_uploads() {
    Counters first = value(log().counters(ONE));
    assertThat(first).isEqualTo(new Counters(TODAY, List.of(1, 1, 1), TODAY));
    Requests.Upload mine = Ballots.upload(ONE, first, Set.of(1));
    Counters second = new Counters(TODAY, List.of(2, 2, 2), TODAY);
    assertThat(value(log().vote(mine))).isEqualTo(second);
    assertThat(value(log().vote(mine))).as("the same again").isEqualTo(second);
    assertThat(problem(log().vote(Ballots.upload(ONE, first, NOTHING))))
        .as("another device with the same counter")
        .isEqualTo(Problem.VOTES_MOVED);
    assertThat(value(log().counters(TWO)).next()).as("a seat's own").containsExactly(1, 1, 1);
    nextDay();
    assertThat(value(log().counters(ONE)))
        .isEqualTo(new Counters(TODAY + 1, List.of(2, 2, 1), TODAY + 1));
    assertThat(problem(log().vote(Ballots.upload(ONE, second, NOTHING))))
        .as("for an epoch that is over")
        .isEqualTo(Problem.VOTES_MOVED);
  }

  @Test
  void fifty_uploads_at_once_use_a_counter_once() {
    Counters first = value(log().counters(ONE));
    List<CompletableFuture<Outcome<Counters>>> answers =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(i -> log().vote(Ballots.upload(ONE, first, Set.of(i))))
            .toList();
    long done = answers.stream().filter(a -> a.join() instanceof Outcome.Done<Counters>).count();
    assertThat(done).isEqualTo(1);
    assertThat(value(log().counters(ONE)).next()).containsExactly(2, 2, 2);
  }

  @Test
  void the_last_counter_never_says_yes() {
    value(upload(TWO, Set.of(1)));
    for (int i = 1; i < Limits.VOTE_COUNTERS; i++) {
      value(upload(ONE, Set.of(1)));
    }
    assertThat(value(log().counters(ONE)).next()).containsExactly(16, 16, 16);
    value(upload(ONE, Set.of(1)));
    assertThat(value(log().counters(ONE)).next()).containsExactly(17, 17, 17);
    assertThat(value(upload(ONE, Set.of(1))).next())
        .as("not looked at")
        .containsExactly(17, 17, 17);
    nextDay();
    nextDay();
    nextDay();
    assertThat(entries()).isEmpty();
    value(upload(ONE, Set.of(1)));
    value(upload(TWO, Set.of(1)));
    nextDay();
    assertThat(entries()).as("a new epoch has counters of its own").hasSize(1);
  }

  @Test
  void a_closed_gate_never_opens_and_neither_does_one_that_has() {
    value(append(ONE, 1, Sample.gate(Ballots.GATES + 4)));
    for (int i = 0; i < 2; i++) {
      value(upload(ONE, Set.of(3, 4)));
      value(upload(TWO, Set.of(3, 4)));
      nextDay();
    }
    assertThat(entries()).hasSize(2).contains(opened(2, TODAY + 1, 3, TODAY));
  }

  @Test
  void several_gates_open_at_one_tick_in_one_order() {
    value(upload(ONE, Set.of(0, 6, 11)));
    value(upload(TWO, Set.of(11, 6, 0)));
    nextDay();
    assertThat(entries())
        .containsExactly(
            opened(1, TODAY + 1, 0, TODAY),
            opened(2, TODAY + 1, 6, TODAY),
            opened(3, TODAY + 1, 11, TODAY));
  }

  @Test
  void an_end_takes_the_votes_with_it() {
    value(upload(ONE, Set.of(3)));
    value(upload(TWO, Set.of(3)));
    value(end(ONE, 9, TODAY));
    nextDay();
    assertThat(entries()).hasSize(1);
  }

  @Test
  void the_outcome_of_an_upload_does_not_depend_on_the_other() {
    Counters alone = value(upload(ONE, Set.of(3)));
    nextDay();
    nextDay();
    nextDay();
    value(upload(TWO, Set.of(3)));
    Counters together = value(upload(ONE, Set.of(3)));
    assertThat(together.next()).isEqualTo(alone.next());
  }

  @Test
  void an_upload_has_one_shape() {
    Counters now = value(log().counters(ONE));
    Requests.Upload yes = Ballots.upload(ONE, now, Set.of(0, 1, 2));
    Requests.Upload no = Ballots.upload(ONE, now, NOTHING);
    assertThat(Ballots.lengths(yes)).isEqualTo(Ballots.lengths(no));
  }

  /// A stopped clock, a clock that steps and goes back: no tick comes early, twice, or never.
  @Test
  void a_clock_that_was_wrong_for_a_moment_makes_nothing_early_twice_or_stuck() {
    value(upload(ONE, Set.of(1)));
    value(upload(TWO, Set.of(1)));
    letTimePass();
    long now = clock.millis();
    clock.toDay(TODAY + 2);
    passAt(30);
    assertThat(entries()).as("two days ahead, for half an hour").isEmpty();
    clock.plusMillis(now - clock.millis());
    passAt(120);
    assertThat(entries()).as("back again").isEmpty();
    clock.plusMillis(-2 * 3_600_000L);
    passAt(180);
    assertThat(entries()).as("two hours back").isEmpty();
    passAt(24 * 60);
    assertThat(entries()).as("a day later").hasSize(1);
    passAt(24 * 60);
    assertThat(entries()).as("once").hasSize(1);
  }

  @Test
  void a_clock_that_stays_back_stops_nobody() {
    letTimePass();
    clock.toDay(TODAY - 2);
    passAt(120);
    value(upload(ONE, Set.of(1)));
    value(upload(TWO, Set.of(1)));
    passAt(24 * 60);
    assertThat(entries()).hasSize(1);
  }
}
