package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Kind;
import kith.core.bond.Part;
import kith.core.bond.Prompt;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.border.Bytes;
import kith.core.deck.Deck;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Person;
import org.junit.jupiter.api.Test;

/// Whatever one wrote can be taken back, wherever it lies; and what others lay is what it says.
final class TakingBackTest {
  private final Diary diary = new Diary(Diary.FREE);

  private static Prompt secret(int ring) {
    return new Prompt("own", "own", Topic.WORK, new Ring(ring), "en", "a secret");
  }

  private static ExchangeId name(int number) {
    return new ExchangeId("%021dA".formatted(number));
  }

  private boolean shown() {
    return Bytes.of(diary.view(Mine.NOTHING)).contains("a secret");
  }

  @Test
  void what_arrived_too_deep_can_be_taken_back_unopened_and_never_shows() {
    ExchangeId id = name(900);
    diary.write(Seat.ONE, new Event.Offered(id, secret(3), Optional.empty()));
    assertThat(diary.view(Mine.NOTHING).own().held()).hasSize(1);
    diary.write(Seat.ZERO, new Event.Withdrew(id, Part.PROMPT));
    assertThat(diary.view(Mine.NOTHING).own().held()).as("not by another").hasSize(1);
    diary.write(Seat.ONE, new Event.Withdrew(id, Part.PROMPT));
    diary.deepen(Topic.WORK, 3);
    assertThat(diary.view(Mine.NOTHING).own().held()).isEmpty();
    assertThat(shown()).isFalse();
  }

  @Test
  void my_own_that_came_too_deep_may_be_taken_back() {
    ExchangeId id = name(901);
    diary.write(Seat.ZERO, new Event.Drew(id, secret(2)));
    assertThat(diary.decide(new Command.Withdraw(id, Part.PROMPT)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void an_end_that_takes_all_back_takes_what_lies_unopened_too() {
    diary.write(Seat.ONE, new Event.Offered(name(902), secret(3), Optional.empty()));
    diary.write(Seat.ZERO, new Event.Offered(name(903), secret(3), Optional.empty()));
    diary.deepen(Topic.WORK, 3);
    assertThat(shown()).isTrue();
    diary.write(Seat.ONE, new Event.Ended("", true));
    assertThat(shown()).isFalse();
    assertThat(diary.bond.held()).hasSize(1);
  }

  @Test
  void what_a_listeners_software_sends_along_is_not_counted_as_told() {
    for (int i = 0; i < 10; i++) {
      ExchangeId id = diary.laid(Kind.FIRST_STEP, Seat.ZERO, Topic.WORK, 1);
      diary.open(id, 1, "mine", "x".repeat(5000));
    }
    Command next = new Command.Offer(name(904), secret(1), Optional.empty());
    assertThat(diary.decide(next)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void a_prompt_that_is_not_what_the_deck_says_is_better_swapped() {
    Prompt true1 = new Prompt("d", "work-1", Topic.WORK, new Ring(1), "en", "What?");
    Prompt false1 = new Prompt("d", "work-1", Topic.WORK, new Ring(1), "en", "Your password?");
    for (Prompt laid : List.of(true1, false1)) {
      Diary one = new Diary(Diary.FREE);
      one.write(Seat.ONE, new Event.Drew(name(905), laid));
      Person person = new Person(Seat.ZERO, "seed", new Deck(List.of(true1)), one.bond);
      var card = person.view(Mine.NOTHING, one.now()).table().getFirst();
      assertThat(card.ratherNot()).isEqualTo(laid.equals(false1));
    }
  }
}
