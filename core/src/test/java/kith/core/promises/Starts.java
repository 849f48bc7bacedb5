package kith.core.promises;

import java.util.ArrayList;
import java.util.List;
import kith.core.bond.Pace;
import kith.core.bond.Ring;

/// Where short histories begin, so that few moves reach what in life takes weeks.
enum Starts {
  /// Nothing has happened.
  FRESH {
    @Override
    void before(List<Move> moves) {}
  },
  /// A card lies open, answered by both.
  OPENED {
    @Override
    void before(List<Move> moves) {
      opened(moves, 1, 0);
    }
  },
  /// Work is open to ring 2 and may go deeper.
  CLOSE {
    @Override
    void before(List<Move> moves) {
      settled(moves, 1, 0);
      deepen(moves, 1, 5);
      settled(moves, 1, 1);
    }
  },
  /// Work is open to ring 3, and a card of ring 3 lies there.
  HELD {
    @Override
    void before(List<Move> moves) {
      CLOSE.before(moves);
      deepen(moves, 1, 6);
      both(moves, new Move(Move.Act.DRAW, 0, 1, 2));
    }
  },
  /// Something went amiss.
  HURT {
    @Override
    void before(List<Move> moves) {
      settled(moves, 1, 0);
      deepen(moves, 1, 5);
      opened(moves, 1, 1);
      both(moves, new Move(Move.Act.TELL, 0, 0, 0));
    }
  },
  /// The two spend an evening together.
  EVENING {
    @Override
    void before(List<Move> moves) {
      settled(moves, 1, 0);
      both(moves, new Move(Move.Act.MEET, 0, 0, 0));
    }
  },
  /// The bond rests, with a first step heard before.
  RESTING {
    @Override
    void before(List<Move> moves) {
      both(moves, new Move(Move.Act.OFFER, 0, 1, 0));
      moves.add(new Move(Move.Act.SEAL, 0, 0, 0));
      both(moves, new Move(Move.Act.SEAL, 1, 0, 0));
      both(moves, new Move(Move.Act.REST, 0, 2, 0));
    }
  };

  /// Numbers small enough that few moves reach every rule.
  static final Pace SMALL =
      new Pace(
          new Pace.Table(2, 3, 1, 2, 6, 2),
          new Pace.Deeper(1, 1, 1, 1, 1, 1, 1, 1, 1),
          Pace.WEEKS.guard(),
          new Ring(1));

  abstract void before(List<Move> moves);

  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    before(moves);
    return moves;
  }

  private static void both(List<Move> moves, Move move) {
    moves.add(move);
    moves.add(new Move(Move.Act.DELIVER, 0, 99, 0));
    moves.add(new Move(Move.Act.DELIVER, 1, 99, 0));
  }

  static void opened(List<Move> moves, int topic, int ring) {
    both(moves, new Move(Move.Act.DRAW, 0, topic, ring));
    moves.add(new Move(Move.Act.SEAL, 0, 0, 0));
    both(moves, new Move(Move.Act.SEAL, 1, 0, 0));
  }

  static void settled(List<Move> moves, int topic, int ring) {
    opened(moves, topic, ring);
    both(moves, new Move(Move.Act.RESPOND, 0, 0, 0));
    both(moves, new Move(Move.Act.RESPOND, 1, 0, 0));
  }

  static void deepen(List<Move> moves, int topic, int matter) {
    moves.add(new Move(Move.Act.VOTE, 0, topic, matter));
    moves.add(new Move(Move.Act.VOTE, 1, topic, matter));
    both(moves, new Move(Move.Act.TICK, 0, 0, 0));
  }
}
