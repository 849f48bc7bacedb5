package kith.core.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes a failing history as short as leaving moves out can make it.
final class Shrinking {
  private Shrinking() {}

  static List<Move> of(List<Move> moves, Consumer<List<Move>> play) {
    List<Move> shortest = moves;
    for (int chunk = moves.size() / 2; chunk > 0; chunk = chunk / 2) {
      for (int from = 0; from + chunk <= shortest.size(); ) {
        List<Move> fewer = new ArrayList<>(shortest);
        fewer.subList(from, from + chunk).clear();
        if (fails(fewer, play)) {
          shortest = fewer;
        } else {
          from += chunk;
        }
      }
    }
    return shortest;
  }

  private static boolean fails(List<Move> moves, Consumer<List<Move>> play) {
    try {
      play.accept(moves);
      return false;
    } catch (AssertionError broken) {
      return true;
    }
  }
}
