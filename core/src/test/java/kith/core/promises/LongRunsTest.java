package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import kith.core.bond.Pace;
import kith.core.bond.Seat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long histories from seeds. A failing seed is shrunk and prints the command that repeats it.
final class LongRunsTest {
  private static final long SEED = Long.getLong("kith.seed", 20_260_101);
  private static final boolean ONE = System.getProperty("kith.seed") != null;
  private static final int LENGTH = 400;
  private static final Move.Act[] ACTS = Move.Act.values();

  @ParameterizedTest
  @ValueSource(strings = {"honest", "tampered"})
  void long_runs_keep_the_promises(String sides) {
    Tally tally = new Tally();
    Optional<Seat> tampered = sides.equals("tampered") ? Optional.of(Seat.ONE) : Optional.empty();
    long began = System.nanoTime();
    long entries = 0;
    int runs = ONE ? 1 : Depth.runs();
    for (int run = 0; run < runs; run++) {
      long seed = SEED + run;
      Pace pace = run % 3 == 0 ? Pace.WEEKS : Starts.SMALL;
      List<Move> moves = moves(seed);
      entries += kept(seed, moves, new Run(pace, tampered, tally));
    }
    System.out.printf(
        "long runs, %s: %,d of %d moves, %,d entries, seeds from %d, %,d ms%n",
        sides, runs, LENGTH, entries, SEED, (System.nanoTime() - began) / 1_000_000);
    tally.print(
        "%,d long runs of %d moves, %s, seeds from %d".formatted(runs, LENGTH, sides, SEED));
    assertThat(entries).isPositive();
  }

  private record Run(Pace pace, Optional<Seat> tampered, Tally tally) {
    World world() {
      return new World(pace, tampered);
    }
  }

  private static long kept(long seed, List<Move> moves, Run run) {
    try {
      return play(run, moves);
    } catch (AssertionError broken) {
      List<Move> shrunk = Shrinking.of(moves, fewer -> play(run, fewer));
      throw new AssertionError(
          "repeat with: ./mvnw -q -o -pl core test -Dtest=LongRunsTest -Dkith.seed="
              + seed
              + "\nshrunk to "
              + shrunk,
          broken);
    }
  }

  private static long play(Run run, List<Move> moves) {
    World world = run.world();
    World hiding = run.world();
    Tally tally = run.tally();
    int step = 0;
    for (Move move : moves) {
      boolean secret = move.isPrivate() && step % 4 == 0;
      world.play(move);
      if (secret) {
        tally.hold(Property.PRIVATE, () -> Promises.hidesWhatIsPrivate(hiding, world, move.by()));
      }
      hiding.play(move);
      if (step++ % 8 == 0) {
        Promises.ofEachView(world, tally);
      }
    }
    Promises.ofTheFold(world, 0, tally);
    world.deliverAll();
    tally.hold(Property.ONE_FOLD, () -> Promises.bothSeeTheSame(world));
    return world.log.size();
  }

  /// Mostly what people do; ends, rests and step backs are rarer, or nothing would ever grow deep.
  static List<Move> moves(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<Move> moves = new ArrayList<>();
    int topics = dice.nextInt(1, 8);
    while (moves.size() < LENGTH) {
      int topic = dice.nextInt(topics);
      switch (dice.nextInt(6)) {
        case 0, 1 -> Starts.settled(moves, topic, dice.nextInt(4));
        case 2 -> Starts.deepen(moves, topic, 4 + dice.nextInt(4));
        case 3 -> moves.add(new Move(Move.Act.HOURS, 0, dice.nextInt(40), 0));
        default -> any(dice, moves, topic);
      }
    }
    return moves;
  }

  private static void any(SplittableRandom dice, List<Move> moves, int topic) {
    Move.Act act = ACTS[dice.nextInt(ACTS.length)];
    boolean rare = act == Move.Act.END || act == Move.Act.REST || act == Move.Act.STEP_BACK;
    if (rare && dice.nextInt(5) > 0) {
      return;
    }
    boolean about =
        switch (act) {
          case DRAW, OFFER, ASK, VOTE, UNVOTE, LONE_YES, STEP_BACK -> true;
          default -> false;
        };
    int a = about ? topic : dice.nextInt(4);
    moves.add(new Move(act, dice.nextInt(2), a, dice.nextInt(12)));
  }
}
