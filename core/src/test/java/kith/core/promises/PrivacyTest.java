package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import kith.core.bond.Entry;
import kith.core.bond.Seat;
import org.junit.jupiter.api.Test;

/// Two worlds that differ only in what the person at seat 1 does in private: what they seal and say
/// yes to, note, check, mark, keep, throw away and wish, here and in another bond. To the person at
/// seat 0 they are the same, byte for byte, at every step, until something opens for both; and so
/// are the entries.
final class PrivacyTest {
  private static final long SEED = Long.getLong("kith.seed", 20_260_301);

  @Test
  void what_one_does_in_private_the_other_cannot_see() {
    long compared = 0;
    long dropped = 0;
    long confided = 0;
    int runs = Depth.runs();
    for (int run = 0; run < runs; run++) {
      List<Move> moves = LongRunsTest.moves(SEED + run);
      SplittableRandom dice = new SplittableRandom(SEED + run);
      World loud = new World(Starts.SMALL, Optional.empty());
      World silent = new World(Starts.SMALL, Optional.empty());
      PrivateLife life = new PrivateLife(loud, Seat.ONE, dice.split());
      for (Move move : moves) {
        boolean leftOut = move.by() == 1 && move.isPrivate() && dice.nextInt(3) == 0;
        loud.play(move);
        if (dice.nextInt(5) == 0) {
          life.goOn();
          confided++;
        }
        if (leftOut) {
          dropped++;
        } else {
          silent.play(move);
        }
        if (!joint(loud).equals(joint(silent))) {
          break;
        }
        String one = loud.shown(Seat.ZERO);
        String two = silent.shown(Seat.ZERO);
        assertThat(one).as("seed " + (SEED + run) + " after " + move).isEqualTo(two);
        assertThat(loud.log).as("seed " + (SEED + run) + " after " + move).isEqualTo(silent.log);
        compared++;
      }
    }
    System.out.printf(
        "two worlds: %,d pairs, %,d views byte for byte, %,d private acts left out, %,d added, "
            + "seeds from %d%n",
        runs, compared, dropped, confided, SEED);
    assertThat(compared).isGreaterThan(runs);
  }

  /// What opened for both: only there may the worlds part.
  private static List<Entry> joint(World world) {
    List<Entry> joint = new ArrayList<>();
    for (Entry entry : world.log) {
      if (entry instanceof Entry.Opening
          || entry instanceof Entry.Binding
          || entry instanceof Entry.Agreed) {
        joint.add(entry);
      }
    }
    return joint;
  }
}
