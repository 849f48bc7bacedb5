package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Pace;
import kith.core.bond.Reason;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import org.junit.jupiter.api.Test;

/// What comes to lie on the table, and what clears it.
final class TableTest {
  private static final ExchangeId FRESH = new ExchangeId("FFFFFFFFFFFFFFFFFFFFFA");
  private final Diary diary = new Diary(Pace.WEEKS);

  private Decision draw(Topic topic, Mine mine) {
    return diary.zero.decide(new Command.Write(FRESH, Diary.prompt(topic, 1)), mine, diary.now());
  }

  @Test
  void what_comes_twice_or_early_is_refused_and_changes_nothing() {
    diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    Entry first = diary.told.getFirst();
    Entry third = new Entry.Unreadable(3, diary.day);
    assertThat(diary.zero.take(first)).isEqualTo(new Verdict.Refused(Reason.ENTRY_ALREADY_TAKEN));
    assertThat(diary.zero.take(third)).isEqualTo(new Verdict.Refused(Reason.ENTRY_MISSING));
    assertThat(diary.bond.setAside()).isZero();
    assertThat(diary.view(Mine.NOTHING).table()).hasSize(1);
  }

  @Test
  void a_rest_clears_the_table_for_good() {
    ExchangeId card = diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    ExchangeId offer = diary.laid(Kind.FIRST_STEP, Seat.ONE, Topic.WORK, 1);
    diary.write(Seat.ONE, new Event.Rested(OptionalLong.of(diary.day)));
    assertThat(diary.view(Mine.NOTHING).table()).isEmpty();
    diary.day++;
    assertThat(diary.decide(new Command.Seal(card, OptionalInt.empty(), OptionalLong.of(0))))
        .isEqualTo(new Decision.Refused(Reason.NOT_ON_TABLE));
    assertThat(diary.decide(new Command.Swap(offer)))
        .isEqualTo(new Decision.Refused(Reason.NOT_ON_TABLE));
  }

  @Test
  void a_closed_topic_gives_no_card() {
    assertThat(draw(Topic.LOVE, Mine.NOTHING)).isEqualTo(new Decision.Refused(Reason.TOPIC_CLOSED));
    diary.write(Seat.ONE, new Event.SteppedBack(Topic.WORK, 0));
    assertThat(draw(Topic.WORK, Mine.NOTHING)).isEqualTo(new Decision.Refused(Reason.TOPIC_CLOSED));
    assertThat(draw(Topic.BODY, Mine.NOTHING)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void what_is_marked_on_my_device_stops_no_card() {
    ExchangeId marked = diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    Mine mine =
        new Mine(
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(marked),
            Set.of(),
            Set.of(),
            OptionalInt.empty());
    assertThat(draw(Topic.WORK, mine))
        .isEqualTo(draw(Topic.WORK, Mine.NOTHING))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(
            diary.zero.decide(
                new Command.Offer(FRESH, Diary.prompt(Topic.WORK, 1), Optional.empty()),
                mine,
                diary.now()))
        .isInstanceOf(Decision.Accepted.class);
  }
}
