package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Matter;
import kith.core.bond.Misstep;
import kith.core.bond.Pace;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import org.junit.jupiter.api.Test;

/// One number at a time, the others out of the way: the last value that refuses and the first that
/// does not.
final class BoundsTest {
  private static final Topic[] TOPICS = {Topic.WORK, Topic.FAMILY, Topic.BODY, Topic.FEELINGS};

  private static Diary by(Pace.Deeper deeper) {
    return new Diary(new Pace(Diary.FREE.table(), deeper, Diary.FREE.guard(), new Ring(1)));
  }

  @Test
  void ring_four_needs_two_topics_at_ring_three() {
    Diary diary = by(new Pace.Deeper(0, 0, 0, 0, 2, 0, 0, 0, 0));
    diary.deepen(Topic.WORK, 4);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(3);
    diary.deepen(Topic.FAMILY, 3);
    diary.deepen(Topic.WORK, 4);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(4);
  }

  @Test
  void ring_four_needs_four_topics_at_ring_two() {
    Diary diary = by(new Pace.Deeper(0, 0, 0, 4, 0, 0, 0, 0, 0));
    for (int i = 0; i < 3; i++) {
      diary.deepen(TOPICS[i], 2);
    }
    diary.deepen(Topic.WORK, 4);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(3);
    diary.deepen(TOPICS[3], 2);
    diary.deepen(Topic.WORK, 4);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(4);
  }

  @Test
  void ring_four_opens_on_the_seventh_day_and_not_on_the_sixth() {
    Diary diary = by(new Pace.Deeper(0, 0, 0, 0, 0, 0, 7, 0, 0));
    diary.deepen(Topic.WORK, 3);
    diary.day += 6;
    diary.deepen(Topic.WORK, 4);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(3);
    diary.day++;
    diary.deepen(Topic.WORK, 4);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(4);
  }

  @Test
  void a_freeze_ends_on_the_seventh_day_and_not_on_the_sixth() {
    Diary diary = by(new Pace.Deeper(0, 0, 0, 0, 0, 0, 0, 7, 0));
    ExchangeId id = diary.settled(Kind.SEALED, Seat.ZERO, Topic.WORK, 1);
    diary.write(Seat.ZERO, new Event.Told(id, Misstep.TOO_FAST, ""));
    diary.write(Seat.ONE, new Event.SaidBack(id, "too fast"));
    diary.agree(new Matter.Mended());
    diary.day += 6;
    diary.deepen(Topic.WORK, 2);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(1);
    diary.day++;
    diary.deepen(Topic.WORK, 2);
    assertThat(diary.bond.openRing(Topic.WORK)).isEqualTo(2);
  }
}
