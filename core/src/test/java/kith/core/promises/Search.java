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
  private final Map<World.Situation, Node> followed = new HashMap<>();
  private final Set<World.Past> checked = new HashSet<>();
  private final Set<String> shared = new HashSet<>();
  private long openings;

  Search(Starts start, Optional<Seat> tampered, Tally tally) {
    this.start = start;
    this.tampered = tampered;
    this.tally = tally;
  }

  /// What was found: how many histories, of how many situations, shared states and openings.
  record Found(long histories, int situations, int states, long openings) {}

  /// A situation, and what each move makes of it.
  private static final class Node {
    final List<Node> next = new ArrayList<>();
    private final Map<Integer, Long> counted = new HashMap<>();

    /// How many histories of at most so many moves begin here.
    long histories(int depth) {
      Long before = counted.get(depth);
      if (before != null) {
        return before;
      }
      long histories = 1;
      for (Node after : depth == 0 ? List.<Node>of() : next) {
        histories += after.histories(depth - 1);
      }
      counted.put(depth, histories);
      return histories;
    }
  }

  /// A situation that is reached for the first time, and the shortest way to it.
  private record Reached(Node node, World world, List<Move> moves) {}

  Found to(int depth) {
    List<Move> moves = start.moves();
    World world = new World(Starts.SMALL, tampered);
    moves.forEach(world::play);
    List<Reached> layer = new ArrayList<>();
    Node root = reach(world, 0, moves, layer);
    for (int left = depth; left > 0; left--) {
      List<Reached> next = new ArrayList<>();
      layer.forEach(reached -> follow(reached, next));
      layer = next;
    }
    return new Found(root.histories(depth), followed.size(), shared.size(), openings);
  }

  private void follow(Reached reached, List<Reached> next) {
    for (Move move : ALPHABET) {
      List<Move> longer = new ArrayList<>(reached.moves());
      longer.add(move);
      World after = reached.world().copy();
      played(after, longer);
      if (move.isPrivate()) {
        hides(reached.world(), after, longer);
      }
      reached.node().next.add(reach(after, reached.world().log.size(), longer, next));
    }
  }

  private void played(World world, List<Move> moves) {
    try {
      world.play(moves.getLast());
    } catch (AssertionError broken) {
      throw new AssertionError("after " + start + " and " + moves, broken);
    }
  }

  /// @param known of how many entries the rules have been asked before
  private Node reach(World world, int known, List<Move> moves, List<Reached> first) {
    World.Situation situation = world.situation();
    Node before = followed.get(situation);
    if (before != null) {
      return before;
    }
    Node node = new Node();
    followed.put(situation, node);
    check(world, situation.log(), known, moves);
    first.add(new Reached(node, world, moves));
    return node;
  }

  private void hides(World before, World after, List<Move> moves) {
    try {
      tally.hold(
          Property.PRIVATE, () -> Promises.hidesWhatIsPrivate(before, after, moves.getLast().by()));
    } catch (AssertionError broken) {
      throw new AssertionError("after " + start + " and " + moves, broken);
    }
  }

  private void check(World world, World.Past log, int known, List<Move> moves) {
    try {
      Promises.ofEachView(world, tally);
      if (checked.add(log)) {
        Promises.ofTheFold(world, known, tally);
        World all = world.copy();
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
