package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Matter;
import kith.core.bond.Misstep;
import kith.core.bond.Pace;
import kith.core.bond.Reason;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import org.junit.jupiter.api.Test;

/// Who steps back, rests or is hurt is not overtaken by what was said before.
final class SteppingBackTest {
  private static final ExchangeId FRESH = new ExchangeId("FFFFFFFFFFFFFFFFFFFFFA");
  private final Diary diary = new Diary(Diary.FREE);

  private static Matter deeper(int ring) {
    return new Matter.Deeper(Topic.WORK, new Ring(ring));
  }

  private Mine said(Mine.Vote vote) {
    return new Mine(
        Set.of(),
        List.of(vote),
        List.of(),
        List.of(diary.check(7, 7)),
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        OptionalInt.empty());
  }

  private List<Matter> standing(Mine.Vote vote) {
    return diary.view(said(vote)).own().yes();
  }

  private Mine.Vote now(Matter matter) {
    return new Mine.Vote(matter, diary.day, OptionalLong.of(diary.told.size()));
  }

  @Test
  void a_yes_from_before_a_step_back_is_void_and_a_new_one_counts() {
    Mine.Vote early = now(deeper(2));
    Mine.Vote undated = new Mine.Vote(deeper(2), diary.day);
    assertThat(standing(early)).containsExactly(deeper(2));
    diary.deepen(Topic.WORK, 2);
    diary.day++;
    diary.write(Seat.ZERO, new Event.SteppedBack(Topic.WORK, 1));
    assertThat(standing(early)).isEmpty();
    assertThat(standing(undated)).isEmpty();
    assertThat(standing(now(deeper(2)))).containsExactly(deeper(2));
    assertThat(standing(new Mine.Vote(deeper(2), diary.day))).containsExactly(deeper(2));
  }

  @Test
  void a_yes_to_going_on_from_an_earlier_rest_does_not_end_a_later_one() {
    diary.write(Seat.ONE, new Event.Rested(OptionalLong.empty()));
    Mine.Vote early = now(new Matter.Resume());
    assertThat(standing(early)).hasSize(1);
    diary.agree(new Matter.Resume());
    diary.write(Seat.ZERO, new Event.Rested(OptionalLong.empty()));
    assertThat(standing(early)).isEmpty();
    assertThat(standing(now(new Matter.Resume()))).hasSize(1);
  }

  @Test
  void mended_is_said_only_of_what_was_told_and_said_back() {
    ExchangeId first = diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    ExchangeId second = diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    diary.write(Seat.ONE, new Event.Told(first, Misstep.JUDGED, "ow"));
    Command mended = new Command.Vote(new Matter.Mended());
    assertThat(diary.decide(mended)).isEqualTo(new Decision.Refused(Reason.NOT_YET));
    diary.agree(new Matter.Mended());
    assertThat(diary.bond.openRepairs()).hasSize(1);
    diary.write(Seat.ZERO, new Event.SaidBack(first, "you felt judged"));
    assertThat(diary.decide(mended)).isInstanceOf(Decision.Accepted.class);
    Mine.Vote early = now(new Matter.Mended());
    diary.write(Seat.ONE, new Event.Told(second, Misstep.JUDGED, "again"));
    diary.write(Seat.ZERO, new Event.SaidBack(second, "again"));
    assertThat(standing(early)).isEmpty();
    assertThat(standing(now(new Matter.Mended()))).hasSize(1);
    diary.agree(new Matter.Mended());
    assertThat(diary.bond.openRepairs()).isEmpty();
    assertThat(diary.view(Mine.NOTHING).together().repairs()).hasSize(2);
  }

  @Test
  void a_step_in_return_is_not_deeper_than_one_has_stepped_back_to() {
    diary.deepen(Topic.WORK, 3);
    ExchangeId step = diary.settled(Kind.FIRST_STEP, Seat.ONE, Topic.WORK, 3);
    Command back = new Command.Offer(FRESH, Diary.prompt(Topic.WORK, 3), Optional.of(step));
    assertThat(diary.decide(back)).isInstanceOf(Decision.Accepted.class);
    diary.write(Seat.ONE, new Event.SteppedBack(Topic.WORK, 2));
    assertThat(diary.decide(back)).isInstanceOf(Decision.Accepted.class);
    diary.write(Seat.ONE, new Event.SteppedBack(Topic.WORK, 1));
    assertThat(diary.decide(back)).isEqualTo(new Decision.Refused(Reason.RING_CLOSED));
  }

  @Test
  void a_step_in_return_waits_while_the_topic_is_mended_but_frozen() {
    Diary frozen =
        new Diary(
            new Pace(
                Diary.FREE.table(),
                new Pace.Deeper(0, 0, 0, 0, 0, 0, 0, 7, 0),
                Diary.FREE.guard(),
                new Ring(1)));
    frozen.deepen(Topic.WORK, 2);
    ExchangeId step = frozen.settled(Kind.FIRST_STEP, Seat.ONE, Topic.WORK, 2);
    frozen.write(Seat.ONE, new Event.Told(step, Misstep.TOO_MUCH, ""));
    frozen.write(Seat.ZERO, new Event.SaidBack(step, "too much"));
    frozen.agree(new Matter.Mended());
    Command back = new Command.Offer(FRESH, Diary.prompt(Topic.WORK, 2), Optional.of(step));
    assertThat(frozen.decide(back)).isEqualTo(new Decision.Refused(Reason.RING_CLOSED));
    frozen.day += 7;
    assertThat(frozen.decide(back)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void the_core_is_regained_in_days_as_it_was_gained() {
    Diary week =
        new Diary(
            new Pace(
                Diary.FREE.table(),
                new Pace.Deeper(0, 0, 0, 0, 0, 0, 7, 0, 0),
                Diary.FREE.guard(),
                new Ring(1)));
    week.deepen(Topic.WORK, 3);
    week.day += 7;
    week.deepen(Topic.WORK, 4);
    week.day += 30;
    week.write(Seat.ONE, new Event.SteppedBack(Topic.WORK, 3));
    week.day += 6;
    week.deepen(Topic.WORK, 4);
    assertThat(week.bond.openRing(Topic.WORK)).isEqualTo(3);
    week.day++;
    week.deepen(Topic.WORK, 4);
    assertThat(week.bond.openRing(Topic.WORK)).isEqualTo(4);
  }
}
