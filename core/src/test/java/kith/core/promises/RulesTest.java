package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.Answer;
import kith.core.bond.Apology;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Matter;
import kith.core.bond.Misstep;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Part;
import kith.core.bond.Reason;
import kith.core.bond.Repair;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Standing;
import kith.core.bond.Topic;
import kith.core.person.Card;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.View;
import org.junit.jupiter.api.Test;

/// Every rule of the shared state at its bound, one side of it and the other.
final class RulesTest {
  private static final Topic[] TOPICS = {Topic.WORK, Topic.FAMILY, Topic.BODY, Topic.FEELINGS};
  private static final ExchangeId FRESH = new ExchangeId("FFFFFFFFFFFFFFFFFFFFFA");
  private final Diary weeks = new Diary(Pace.WEEKS);
  private final Diary free = new Diary(Diary.FREE);

  private void settle(Topic topic, int ring, int times) {
    for (int i = 0; i < times; i++) {
      weeks.settled(Kind.SEALED, Seat.ZERO, topic, ring);
      weeks.day++;
    }
  }

  @Test
  void ring_two_opens_after_two_here_and_six_in_all() {
    settle(Topic.WORK, 1, 1);
    settle(Topic.FAMILY, 1, 5);
    weeks.deepen(Topic.WORK, 2);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(1);
    Diary fewer = new Diary(Pace.WEEKS);
    for (int i = 0; i < 5; i++) {
      fewer.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    }
    fewer.deepen(Topic.WORK, 2);
    assertThat(fewer.bond.openRing(Topic.WORK)).isEqualTo(1);
    settle(Topic.WORK, 1, 1);
    weeks.deepen(Topic.WORK, 2);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(2);
  }

  /// Opens ring 2 in so many topics, six settled exchanges for each.
  private void broad(int topics) {
    for (int i = 0; i < topics; i++) {
      settle(TOPICS[i], 1, 6);
      weeks.deepen(TOPICS[i], 2);
    }
  }

  @Test
  void ring_three_needs_three_topics_at_ring_two() {
    broad(2);
    settle(Topic.WORK, 2, 6);
    weeks.deepen(Topic.WORK, 3);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(2);
    settle(Topic.BODY, 1, 2);
    weeks.deepen(Topic.BODY, 2);
    weeks.deepen(Topic.WORK, 3);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(3);
  }

  @Test
  void ring_three_needs_two_separate_days() {
    broad(3);
    for (int i = 0; i < 6; i++) {
      weeks.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 2);
    }
    weeks.deepen(Topic.WORK, 3);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(2);
    weeks.day++;
    weeks.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 2);
    weeks.deepen(Topic.WORK, 3);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(3);
  }

  @Test
  void ring_four_needs_four_at_two_and_two_at_three_and_seven_days() {
    broad(3);
    settle(Topic.WORK, 2, 6);
    weeks.deepen(Topic.WORK, 3);
    settle(Topic.WORK, 3, 8);
    weeks.deepen(Topic.WORK, 4);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(3);
    settle(Topic.FAMILY, 2, 2);
    weeks.deepen(Topic.FAMILY, 3);
    weeks.deepen(Topic.WORK, 4);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(3);
    settle(Topic.FEELINGS, 1, 2);
    weeks.deepen(Topic.FEELINGS, 2);
    weeks.deepen(Topic.WORK, 4);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(4);
    settle(Topic.FAMILY, 3, 6);
    weeks.deepen(Topic.FAMILY, 4);
    assertThat(weeks.bond.openRing(Topic.FAMILY)).isEqualTo(4);
  }

  @Test
  void one_yes_opens_nothing() {
    for (Both<Boolean> yes : List.of(new Both<>(true, false), new Both<>(false, true))) {
      Matter matter = new Matter.Deeper(Topic.WORK, new Ring(2));
      free.take(new Entry.Agreed(free.next(), free.day, matter, yes, free.now()));
    }
    assertThat(free.bond.openRing(Topic.WORK)).isEqualTo(1);
    assertThat(free.bond.setAside()).isEqualTo(2);
  }

  @Test
  void a_misstep_steps_back_at_once_and_freezes_for_seven_days_and_five_settled() {
    settle(Topic.WORK, 1, 6);
    weeks.deepen(Topic.WORK, 2);
    ExchangeId id = weeks.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 2);
    weeks.write(Seat.ZERO, new Event.Told(id, Misstep.JUDGED, "ow"));
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(1);
    settle(Topic.WORK, 1, 8);
    weeks.deepen(Topic.WORK, 2);
    assertThat(weeks.bond.openRing(Topic.WORK)).as("open").isEqualTo(1);
    weeks.write(Seat.ONE, new Event.SaidBack(id, "you felt judged"));
    weeks.agree(new Matter.Mended());
    long mended = weeks.day;
    settle(Topic.WORK, 1, 4);
    weeks.day = mended + 7;
    weeks.deepen(Topic.WORK, 2);
    assertThat(weeks.bond.openRing(Topic.WORK)).as("four settled").isEqualTo(1);
    settle(Topic.WORK, 1, 1);
    weeks.deepen(Topic.WORK, 2);
    assertThat(weeks.bond.openRing(Topic.WORK)).isEqualTo(2);
  }

  @Test
  void repair_goes_in_order_and_by_the_right_one() {
    ExchangeId id = free.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    free.write(Seat.ONE, new Event.Told(id, Misstep.TOO_MUCH, "ow"));
    Apology apology = new Apology("mine", "", "");
    assertThat(free.decide(new Command.Own(id, apology)))
        .isEqualTo(new Decision.Refused(Reason.NOT_YET));
    free.write(Seat.ONE, new Event.SaidBack(id, "not mine to say"));
    assertThat(repair(id).saidBack()).isEmpty();
    free.write(Seat.ZERO, new Event.SaidBack(id, "you were hurt"));
    free.write(Seat.ZERO, new Event.Owned(id, apology));
    assertThat(repair(id).saidBack()).contains("you were hurt");
    assertThat(repair(id).apology()).contains(apology);
    free.write(Seat.ONE, new Event.Withdrew(id, Part.REPAIR));
    free.write(Seat.ZERO, new Event.Withdrew(id, Part.REPAIR));
    assertThat(repair(id).words() + repair(id).saidBack().get()).isEmpty();
    assertThat(repair(id).apology().get().own()).isEmpty();
  }

  private Repair repair(ExchangeId id) {
    return free.bond.repair(id).orElseThrow();
  }

  @Test
  void a_rest_ends_after_its_day_or_when_both_resume() {
    free.write(Seat.ONE, new Event.Rested(OptionalLong.of(free.day + 1)));
    assertThat(free.view(Mine.NOTHING).draw().toString()).contains("RESTING");
    free.day++;
    assertThat(free.view(Mine.NOTHING).draw().toString()).contains("RESTING");
    free.day++;
    assertThat(free.view(Mine.NOTHING).draw().toString()).doesNotContain("RESTING");
    free.write(Seat.ONE, new Event.Rested(OptionalLong.empty()));
    free.day += 999;
    assertThat(free.view(Mine.NOTHING).draw().toString()).contains("RESTING");
    free.agree(new Matter.Resume());
    assertThat(free.bond.standing(free.now())).isEqualTo(Standing.GOES_ON);
  }

  @Test
  void an_end_reads_the_same_whoever_ended_it_and_takes_all_own_words_if_wished() {
    ExchangeId id = free.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    free.write(Seat.ONE, new Event.Ended("farewell", true));
    View view = free.view(Mine.NOTHING);
    Card card = view.story().getFirst();
    assertThat(card.answers().theirs().orElseThrow().withdrawn()).isTrue();
    assertThat(card.answers().mine().orElseThrow().words()).contains("words");
    assertThat(view.together().noteIsMine()).contains(false);
    free.write(Seat.ONE, new Event.NoteWithdrawn());
    assertThat(free.view(Mine.NOTHING).together().noteIsMine()).isEmpty();
    free.write(Seat.ZERO, new Event.Withdrew(id, Part.ANSWER));
    assertThat(free.view(Mine.NOTHING).story().getFirst().answers().mine().get().words()).isEmpty();
    assertThat(free.decide(new Command.Write(FRESH, Diary.prompt(Topic.WORK, 1))))
        .isEqualTo(new Decision.Refused(Reason.ENDED));
  }

  @Test
  void an_end_told_later_rests_now() {
    assertThat(free.decide(new Command.End("", false, true)))
        .isEqualTo(
            new Decision.Accepted(
                List.of(new Event.Rested(OptionalLong.empty())),
                List.of(new Event.Ended("", false))));
  }

  @Test
  void a_passed_question_is_not_asked_again_for_thirty_days() {
    free.laid(Kind.ASK, Seat.ZERO, Topic.WORK, 1);
    free.day += 8;
    Command again = new Command.Ask(FRESH, Diary.prompt(Topic.WORK, 1));
    assertThat(free.decide(again)).isInstanceOf(Decision.Accepted.class);
    free.take(new Entry.Nothing(free.next(), free.day));
    assertThat(free.decide(again)).isEqualTo(new Decision.Refused(Reason.ASKED_BEFORE));
    free.day += 29;
    assertThat(free.decide(again)).isEqualTo(new Decision.Refused(Reason.ASKED_BEFORE));
    free.day++;
    assertThat(free.decide(again)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void a_first_step_goes_one_ring_beyond_once_in_six() {
    Command ahead = new Command.Offer(FRESH, Diary.prompt(Topic.WORK, 2), Optional.empty());
    settle(Topic.WORK, 1, 5);
    assertThat(weeks.decide(ahead)).isEqualTo(new Decision.Refused(Reason.RING_CLOSED));
    settle(Topic.WORK, 1, 1);
    assertThat(weeks.decide(ahead)).isInstanceOf(Decision.Accepted.class);
    weeks.settled(Kind.FIRST_STEP, Seat.ONE, Topic.WORK, 2);
    assertThat(weeks.decide(ahead)).isEqualTo(new Decision.Refused(Reason.RING_CLOSED));
  }

  @Test
  void the_listener_only_says_that_they_are_ready() {
    ExchangeId id = free.laid(Kind.FIRST_STEP, Seat.ONE, Topic.WORK, 1);
    assertThat(free.decide(new Command.Seal(id, OptionalInt.of(0), OptionalLong.empty())))
        .isEqualTo(new Decision.Accepted(List.of()));
    assertThat(free.decide(new Command.Seal(id, OptionalInt.of(5), OptionalLong.empty())))
        .isInstanceOf(Decision.Refused.class);
    free.open(id, 1, "smuggled", "told");
    Card card = free.view(Mine.NOTHING).table().getFirst();
    assertThat(card.answers().mine()).isEmpty();
    assertThat(card.answers().theirs().get().words()).contains("told");
  }

  @Test
  void an_evening_opens_three_rings_at_most_and_closes_with_it() {
    free.agree(new Matter.Evening());
    free.agree(new Matter.Tonight(Topic.WORK, new Ring(2)));
    free.agree(new Matter.Tonight(Topic.WORK, new Ring(3)));
    free.agree(new Matter.Tonight(Topic.WORK, new Ring(4)));
    assertThat(free.bond.openRing(Topic.WORK)).isEqualTo(3);
    ExchangeId id = free.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 3);
    assertThat(free.view(Mine.NOTHING).table()).hasSize(1);
    free.write(Seat.ONE, new Event.EveningEnded());
    assertThat(free.bond.openRing(Topic.WORK)).isEqualTo(1);
    assertThat(free.view(Mine.NOTHING).table()).isEmpty();
    free.open(id, 3, "late", "late");
    assertThat(free.view(Mine.NOTHING).table()).isEmpty();
  }

  @Test
  void an_evening_that_nobody_ends_ends_after_six_hours() {
    free.agree(new Matter.Evening());
    long began = free.now().milliseconds();
    long six = 6 * 3_600_000;
    assertThat(free.bond.evening(new Moment(began + six - 1))).isTrue();
    assertThat(free.bond.evening(new Moment(began + six))).isFalse();
  }

  @Test
  void deep_answers_open_in_two_steps_and_can_be_taken_back_between() {
    free.deepen(Topic.WORK, 3);
    ExchangeId id = free.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 3);
    Entry.Opening early = new Entry.Opening(free.next(), free.day, id, answers());
    free.take(early);
    assertThat(free.view(Mine.NOTHING).table().getFirst().state()).isEqualTo(Card.State.DRAWN);
    free.take(new Entry.Binding(free.next(), free.day, id));
    assertThat(free.view(Mine.NOTHING).table().getFirst().bound()).isTrue();
    assertThat(free.decide(new Command.Seal(id, OptionalInt.of(5), OptionalLong.of(0))))
        .isEqualTo(new Decision.Refused(Reason.NOT_ON_TABLE));
    free.write(Seat.ONE, new Event.Swapped(id));
    free.take(new Entry.Opening(free.next(), free.day, id, answers()));
    assertThat(free.view(Mine.NOTHING).table()).isEmpty();
  }

  private Both<Answer> answers() {
    var one = new Answer(free.now(), Optional.of("deep"));
    return new Both<>(one, one);
  }

  @Test
  void three_deep_exchanges_are_enough_for_a_day() {
    for (Topic topic : TOPICS) {
      settle(topic, 1, 6);
      weeks.deepen(topic, 2);
    }
    settle(Topic.WORK, 2, 6);
    weeks.deepen(Topic.WORK, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(weeks.decide(new Command.Write(FRESH, Diary.prompt(Topic.WORK, 3))))
          .isInstanceOf(Decision.Accepted.class);
      weeks.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 3);
    }
    assertThat(weeks.decide(new Command.Write(FRESH, Diary.prompt(Topic.WORK, 3))))
        .isEqualTo(new Decision.Refused(Reason.TOO_FAST));
    weeks.day++;
    assertThat(weeks.decide(new Command.Write(FRESH, Diary.prompt(Topic.WORK, 3))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void a_response_taken_back_is_in_no_view() {
    ExchangeId id = free.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    free.write(Seat.ONE, new Event.Withdrew(id, Part.RESPONSE));
    var response = free.view(Mine.NOTHING).story().getFirst().responses().theirs().orElseThrow();
    assertThat(response.withdrawn()).isTrue();
    assertThat(response.ways()).isEmpty();
    assertThat(response.words()).isEmpty();
  }

  @Test
  void what_arrives_too_deep_waits_unopened_until_its_ring_opens() {
    ExchangeId id = free.laid(Kind.FIRST_STEP, Seat.ONE, Topic.WORK, 3);
    View.Aside held = free.view(Mine.NOTHING).own().held().getFirst();
    assertThat(held.openable()).isFalse();
    assertThat(free.view(Mine.NOTHING).table()).isEmpty();
    free.deepen(Topic.WORK, 3);
    assertThat(free.view(Mine.NOTHING).own().held().getFirst().openable()).isTrue();
    Mine thrown =
        new Mine(
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(id),
            OptionalInt.empty());
    assertThat(free.view(thrown).own().held()).isEmpty();
  }

  @Test
  void the_name_of_an_exchange_is_not_used_again() {
    ExchangeId id = free.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    free.write(Seat.ONE, new Event.Swapped(id));
    assertThat(free.decide(new Command.Write(id, Diary.prompt(Topic.WORK, 1))))
        .isEqualTo(new Decision.Refused(Reason.EXCHANGE_KNOWN));
    assertThat(free.decide(new Command.Ask(id, Diary.prompt(Topic.WORK, 1))))
        .isEqualTo(new Decision.Refused(Reason.EXCHANGE_KNOWN));
  }

  @Test
  void a_wrong_clock_neither_runs_backwards_nor_leaves_the_relays_day() {
    free.take(written(free.now().milliseconds()));
    free.take(written(Moment.startOf(free.day).milliseconds() + 1));
    assertThat(free.bond.moment()).isEqualTo(free.now());
    free.take(written(free.now().milliseconds() * 2));
    assertThat(free.bond.moment().day()).isEqualTo(free.day);
    free.day++;
    free.take(written(0));
    assertThat(free.bond.moment()).isEqualTo(Moment.startOf(free.day));
  }

  private Entry written(long at) {
    return new Entry.Written(free.next(), free.day, Seat.ZERO, new Moment(at), List.of());
  }
}
