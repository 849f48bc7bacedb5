package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.bond.Pace;
import kith.core.bond.Reason;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import org.junit.jupiter.api.Test;

/// An evening waives time, up to ring 3 and no further.
final class EveningTest {
  private static final ExchangeId FRESH = new ExchangeId("FFFFFFFFFFFFFFFFFFFFFA");
  private static final Pace THREE_A_DAY =
      new Pace(Pace.WEEKS.table(), Diary.FREE.deeper(), Pace.WEEKS.guard(), new Ring(1));
  private final Diary diary = new Diary(THREE_A_DAY);

  private Decision write(int ring) {
    return diary.decide(new Command.Write(FRESH, Diary.prompt(Topic.WORK, ring)));
  }

  private Decision seal(ExchangeId id) {
    long now = diary.now().milliseconds();
    return diary.decide(new Command.Seal(id, OptionalInt.of(5), OptionalLong.of(now)));
  }

  @Test
  void deep_cards_follow_each_other_and_need_no_wait_in_an_evening_but_not_at_the_core() {
    diary.deepen(Topic.WORK, 4);
    diary.agree(new Matter.Evening());
    for (int i = 0; i < 5; i++) {
      ExchangeId id = diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 3);
      assertThat(seal(id)).isInstanceOf(Decision.Accepted.class);
      diary.open(id, 3, "", "");
    }
    assertThat(write(3)).isInstanceOf(Decision.Accepted.class);
    assertThat(write(4)).isEqualTo(new Decision.Refused(Reason.TOO_FAST));
    diary.day++;
    diary.agree(new Matter.Evening());
    ExchangeId core = diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 4);
    assertThat(seal(core)).isEqualTo(new Decision.Refused(Reason.TOO_SOON));
  }

  @Test
  void what_opens_for_an_evening_is_no_stair_to_the_core() {
    Diary free = new Diary(Diary.FREE);
    free.agree(new Matter.Evening());
    free.agree(new Matter.Tonight(Topic.WORK, new Ring(2)));
    free.agree(new Matter.Tonight(Topic.WORK, new Ring(3)));
    Command step = new Command.Offer(FRESH, Diary.prompt(Topic.WORK, 4), Optional.empty());
    assertThat(free.decide(step)).isEqualTo(new Decision.Refused(Reason.RING_CLOSED));
  }

  @Test
  void only_one_card_of_the_core_lies_on_the_table() {
    diary.deepen(Topic.WORK, 4);
    diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 4);
    Command ask = new Command.Ask(FRESH, Diary.prompt(Topic.WORK, 4));
    assertThat(diary.decide(ask)).isEqualTo(new Decision.Refused(Reason.TOO_SOON));
  }

  @Test
  void a_yes_to_an_evening_means_this_evening() {
    Mine.Vote vote = new Mine.Vote(new Matter.Evening(), diary.day);
    Mine mine =
        new Mine(
            Set.of(),
            List.of(vote),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            OptionalInt.empty());
    assertThat(diary.view(mine).own().yes()).containsExactly(new Matter.Evening());
    diary.day++;
    assertThat(diary.view(mine).own().yes()).isEmpty();
  }

  @Test
  void a_yes_to_the_core_waits_twenty_hours_after_a_share_there() {
    diary.deepen(Topic.WORK, 4);
    diary.deepen(Topic.FAMILY, 3);
    diary.open(diary.laid(Kind.SEALED, Seat.ZERO, Topic.WORK, 4), 4, "a", "b");
    diary.day++;
    Mine mine = diary.mine(List.of(), List.of(diary.check(7, 7)), List.of());
    Command vote = new Command.Vote(new Matter.Deeper(Topic.FAMILY, new Ring(4)));
    long shared = diary.now().milliseconds() - 24 * 3_600_000L;
    assertThat(diary.zero.decide(vote, mine, at(shared, 20))).isInstanceOf(Decision.Accepted.class);
    Mine sameNight = diary.mine(List.of(), List.of(diary.check(7, 7)), List.of());
    assertThat(diary.zero.decide(vote, sameNight, at(shared, 19)))
        .isEqualTo(new Decision.Refused(Reason.TOO_SOON));
  }

  private static Moment at(long since, int hours) {
    return new Moment(since + hours * 3_600_000L);
  }
}
