package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import kith.core.bond.ExchangeId;
import kith.core.bond.Matter;
import kith.core.bond.Misstep;
import kith.core.bond.Moment;
import kith.core.bond.Part;
import kith.core.bond.Response;
import kith.core.bond.Ring;
import kith.core.bond.Seat;
import kith.core.bond.Topic;
import kith.core.bond.Verdict;
import kith.core.bond.Way;
import kith.core.person.Card;
import kith.core.person.Command;
import kith.core.person.Decision;
import kith.core.person.Mine;
import kith.core.person.Question;
import kith.core.person.View;
import kith.core.person.Wedge;
import org.junit.jupiter.api.Test;

/// One's own side in long seeded lives: whatever a person notes, checks, marks, keeps and wishes,
/// none of it is in anything decided, and a no is heeded at once.
final class PrivateRunsTest {
  private static final long SEED = Long.getLong("kith.seed", 20_260_501);
  private static final ExchangeId FRESH = new ExchangeId("FFFFFFFFFFFFFFFFFFFFFA");
  private int asked;
  private int noes;
  private int decided;
  private int items;

  @Test
  void what_is_private_stays_and_a_no_is_heeded() {
    int runs = Depth.runs();
    long began = System.nanoTime();
    for (int run = 0; run < runs; run++) {
      live(SEED + run);
    }
    System.out.printf(
        "private lives: %,d of both, %,d moments, %,d with a no to safety, %,d decisions alike "
            + "with and without what is private, %,d kept things looked at, seeds from %d, "
            + "%,d ms%n",
        runs, asked, noes, decided, items, SEED, (System.nanoTime() - began) / 1_000_000);
    assertThat(noes).isPositive();
    assertThat(items).isPositive();
  }

  private void live(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    World world = new World(Starts.SMALL, Optional.empty());
    List<PrivateLife> lives =
        List.of(
            new PrivateLife(world, Seat.ZERO, dice.split()),
            new PrivateLife(world, Seat.ONE, dice.split()));
    int step = 0;
    for (Move move : LongRunsTest.moves(seed)) {
      world.play(move);
      if (step++ % 8 == 0) {
        lives.get(dice.nextInt(2)).goOn();
        for (Seat seat : Seat.values()) {
          look(world, seat, "seed " + seed + " step " + step);
        }
      }
    }
  }

  private void look(World world, Seat seat, String when) {
    asked++;
    Mine mine = world.mine(seat);
    View view = world.view(seat);
    boolean no = !mine.safety().isEmpty() && !mine.safety().getLast().free();
    assertThat(view.own().help()).as(when).isEqualTo(no);
    if (no) {
      noes++;
      offersNoDepth(world, seat, view, when);
    }
    closesWhatIsMarked(world, seat, view, when);
    decidesAlike(world, seat, view, when);
    keeps(world, seat, view, when);
  }

  private static void offersNoDepth(World world, Seat seat, View view, String when) {
    assertThat(view.own().questions())
        .as(when)
        .noneMatch(due -> due instanceof Question.Deeper || due instanceof Question.Comfort);
    assertThat(view.own().yes())
        .as(when)
        .noneMatch(yes -> yes instanceof Matter.Deeper || yes instanceof Matter.Tonight);
    for (Wedge wedge : view.topics()) {
      assertThat(wedge.deeper()).as(when).isInstanceOf(Verdict.Refused.class);
      for (int ring = Ring.OUTERMOST; ring <= Ring.INNERMOST; ring++) {
        Command yes = new Command.Vote(new Matter.Deeper(wedge.topic(), new Ring(ring)));
        assertThat(world.person(seat).decide(yes, world.mine(seat), world.now(seat)))
            .as(when)
            .isInstanceOf(Decision.Refused.class);
      }
    }
  }

  /// An untold misstep closes depth in its topic, on one's own device.
  private static void closesWhatIsMarked(World world, Seat seat, View view, String when) {
    for (Card card : Promises.cards(view)) {
      boolean heard = card.state() != Card.State.DRAWN;
      if (heard && world.mine(seat).marks().contains(card.exchange())) {
        Topic topic = card.prompt().topic();
        assertThat(view.own().questions())
            .as(when)
            .noneMatch(due -> due instanceof Question.Deeper one && one.topic() == topic);
        assertThat(view.own().yes())
            .as(when)
            .noneMatch(yes -> yes instanceof Matter.Deeper one && one.topic() == topic);
      }
    }
  }

  /// Every act that both can see is decided alike, event for event, with all that is private and
  /// with none of it; and a yes makes no event.
  private void decidesAlike(World world, Seat seat, View view, String when) {
    Moment now = world.now(seat);
    for (Command command : acts(view)) {
      assertThat(world.person(seat).decide(command, world.mine(seat), now))
          .as(when + " " + command)
          .isEqualTo(world.person(seat).decide(command, Mine.NOTHING, now));
      decided++;
    }
    for (Wedge wedge : view.topics()) {
      int next = Math.min(Ring.INNERMOST, wedge.ring() + 1);
      Command yes = new Command.Vote(new Matter.Deeper(wedge.topic(), new Ring(next)));
      if (world.person(seat).decide(yes, world.mine(seat), now)
          instanceof Decision.Accepted accepted) {
        assertThat(accepted.events()).as(when).isEmpty();
        assertThat(accepted.later()).as(when).isEmpty();
      }
    }
  }

  private static List<Command> acts(View view) {
    List<Command> acts =
        new ArrayList<>(
            List.of(
                new Command.Rest(OptionalLong.empty()),
                new Command.End("bye", true, false),
                new Command.End("", false, true),
                new Command.EndEvening(),
                new Command.Speak(),
                new Command.StepBack(Topic.WORK, 0)));
    for (Topic topic : Topic.values()) {
      acts.add(new Command.Write(FRESH, Diary.prompt(topic, 2)));
      acts.add(new Command.Offer(FRESH, Diary.prompt(topic, 3), Optional.empty()));
      acts.add(new Command.Ask(FRESH, Diary.prompt(topic, 1)));
    }
    for (Card card : Promises.cards(view)) {
      acts.add(new Command.Swap(card.exchange()));
      acts.add(new Command.Seal(card.exchange(), OptionalInt.of(9), OptionalLong.of(0)));
      acts.add(new Command.Respond(card.exchange(), new Response(List.of(Way.HEARD), "")));
      acts.add(new Command.Tell(card.exchange(), Misstep.TOO_FAST, ""));
      acts.add(new Command.Withdraw(card.exchange(), Part.ANSWER));
    }
    return acts;
  }

  /// What lies in a drawer is in no entry and in nobody else's view, and may be shared only where
  /// its ring is open.
  private void keeps(World world, Seat seat, View view, String when) {
    String written = world.log.toString();
    String others = world.view(seat.other()).toString();
    for (View.Drawer item : view.own().drawer()) {
      items++;
      assertThat(written).as(when).doesNotContain(item.kept().id());
      assertThat(others).as(when).doesNotContain(item.kept().id());
      int open =
          view.topics().stream()
              .filter(wedge -> wedge.topic() == item.kept().topic())
              .findFirst()
              .orElseThrow()
              .ring();
      if (item.share() instanceof Verdict.Allowed) {
        assertThat(item.kept().ring().depth()).as(when).isLessThanOrEqualTo(open);
      }
    }
  }
}
