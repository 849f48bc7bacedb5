package kith.core.promises;

import static kith.core.promises.Move.Act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.core.bond.Seat;

/// Every history of both people to a depth. Histories that come to the same situation go on alike,
/// so each situation is followed once and counted as often as it is reached.
final class Search {
  static final List<Move> ALPHABET =
      List.of(
          new Move(Act.DRAW, 0, 1, 0),
          new Move(Act.DRAW, 1, 1, 2),
          new Move(Act.OFFER, 0, 1, 1),
          new Move(Act.RETURN, 1, 1, 0),
          new Move(Act.ASK, 1, 1, 0),
          new Move(Act.SWAP, 1, 0, 0),
          new Move(Act.SEAL, 0, 0, 0),
          new Move(Act.SEAL, 1, 0, 0),
          new Move(Act.UNSEAL, 0, 0, 0),
          new Move(Act.RESPOND, 0, 0, 0),
          new Move(Act.RESPOND, 1, 0, 0),
          new Move(Act.WITHDRAW, 0, 0, 0),
          new Move(Act.WITHDRAW, 1, 0, 1),
          new Move(Act.STEP_BACK, 1, 1, 1),
          new Move(Act.REST, 1, 2, 0),
          new Move(Act.REST, 0, 0, 0),
          new Move(Act.TELL, 1, 0, 0),
          new Move(Act.SAY_BACK, 1, 0, 0),
          new Move(Act.OWN, 1, 0, 0),
          new Move(Act.END, 1, 1, 0),
          new Move(Act.VOTE, 0, 1, 1),
          new Move(Act.VOTE, 1, 1, 1),
          new Move(Act.VOTE, 0, 1, 6),
          new Move(Act.VOTE, 1, 1, 6),
          new Move(Act.TICK, 0, 0, 0),
          new Move(Act.LONE_YES, 0, 1, 5),
          new Move(Act.FORGED_OPENING, 0, 0, 0),
          new Move(Act.SKEW, 0, 4, 0),
          new Move(Act.HOURS, 0, 26, 0),
          new Move(Act.DELIVER, 0, 1, 1),
          new Move(Act.DELIVER, 0, 99, 2),
          new Move(Act.DELIVER, 1, 99, 3),
          new Move(Act.DELIVER, 1, 1, 4),
          new Move(Act.DELIVER, 1, 99, 0));

  private final Starts start;
  private final Optional<Seat> tampered;
  private final Tally tally;
  private final Map<World.Situation, Integer> followed = new HashMap<>();
  private final Map<World.Situation, Map<Integer, Long>> counted = new HashMap<>();
  private final Set<List<?>> checked = new HashSet<>();
  private final Set<String> shared = new HashSet<>();
  private long openings;

  Search(Starts start, Optional<Seat> tampered, Tally tally) {
    this.start = start;
    this.tampered = tampered;
    this.tally = tally;
  }

  /// What was found: how many histories, of how many situations, shared states and openings.
  record Found(long histories, int situations, int states, long openings) {}

  Found to(int depth) {
    List<Move> moves = start.moves();
    long histories = follow(moves, played(moves), depth);
    return new Found(histories, followed.size(), shared.size(), openings);
  }

  private long follow(List<Move> moves, World world, int depth) {
    World.Situation situation = world.situation();
    Map<Integer, Long> counts = counted.computeIfAbsent(situation, same -> new HashMap<>());
    Long before = counts.get(depth);
    if (before != null) {
      return before;
    }
    if (followed.put(situation, depth) == null) {
      check(world, moves);
    }
    long histories = 1;
    for (Move move : depth == 0 ? List.<Move>of() : ALPHABET) {
      List<Move> longer = new ArrayList<>(moves);
      longer.add(move);
      World after = played(longer);
      if (move.isPrivate()) {
        hides(world, after, longer);
      }
      histories += follow(longer, after, depth - 1);
    }
    counts.put(depth, histories);
    return histories;
  }

  private World played(List<Move> moves) {
    World world = new World(Starts.SMALL, tampered);
    moves.forEach(world::play);
    return world;
  }

  private void hides(World before, World after, List<Move> moves) {
    try {
      tally.hold(
          Property.PRIVATE, () -> Promises.hidesWhatIsPrivate(before, after, moves.getLast().by()));
    } catch (AssertionError broken) {
      throw new AssertionError("after " + start + " and " + moves, broken);
    }
  }

  private void check(World world, List<Move> moves) {
    try {
      Promises.ofEachView(world, tally);
      if (checked.add(world.situation().log())) {
        Promises.ofTheFold(world, tally);
        World all = played(moves);
        all.deliverAll();
        tally.hold(Property.ONE_FOLD, () -> Promises.bothSeeTheSame(all));
        openings += Picture.openings(world);
        shared.add(Picture.of(world));
      }
    } catch (AssertionError broken) {
      throw new AssertionError("after " + start + " and " + moves, broken);
    }
  }
}
