package kith.decks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.deck.PromptKind;
import kith.core.deck.Suits;

/// How many prompts there are, by topic, ring and whom they suit; light and grateful ones are
/// counted apart, since they are drawn for another reason.
record Cells(List<Cell> cells, Map<PromptKind, Integer> sets) {
  /// For any pair, in each topic and ring (the year of a bond: 8 x 4 x 12 = 384).
  static final int LEAST_FOR_ANY = 12;

  /// Further ones, each for friends, partners and family.
  static final int LEAST_FOR_SOME = 60;

  /// Light ones, and grateful ones.
  static final int LEAST_IN_A_SET = 40;

  /// One cell.
  record Cell(Topic topic, int ring, Suits suits, int count) {}

  private record Place(Topic topic, int ring, Suits suits) {}

  static Cells of(List<DeckPrompt> prompts) {
    Map<PromptKind, Integer> sets = new TreeMap<>();
    Map<Place, Integer> counts = new HashMap<>();
    for (DeckPrompt prompt : prompts) {
      DeckPrompt.Aim aim = prompt.aim();
      if (aim.kind() == PromptKind.LIGHT || aim.kind() == PromptKind.GRATEFUL) {
        sets.merge(aim.kind(), 1, Integer::sum);
      } else {
        counts.merge(new Place(aim.topic(), aim.ring().depth(), aim.suits()), 1, Integer::sum);
      }
    }
    return new Cells(cells(counts), sets);
  }

  private static List<Cell> cells(Map<Place, Integer> counts) {
    List<Cell> cells = new ArrayList<>();
    for (Suits suits : Suits.values()) {
      for (Topic topic : Topic.values()) {
        for (int ring = Ring.OUTERMOST; ring <= Ring.INNERMOST; ring++) {
          int count = counts.getOrDefault(new Place(topic, ring, suits), 0);
          if (count > 0 || suits == Suits.ANY) {
            cells.add(new Cell(topic, ring, suits, count));
          }
        }
      }
    }
    return cells;
  }

  /// All that suit `suits`, light and grateful ones left out.
  int total(Suits suits) {
    return cells.stream().filter(cell -> cell.suits() == suits).mapToInt(Cell::count).sum();
  }

  /// Where the founding library has fewer than it promises.
  List<Mistake> tooFew(String file) {
    List<Mistake> few = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.suits() == Suits.ANY && cell.count() < LEAST_FOR_ANY) {
        String name = "%s at ring %d".formatted(cell.topic().word(), cell.ring());
        few.add(few(file, name, cell.count(), LEAST_FOR_ANY));
      }
    }
    for (Suits suits : List.of(Suits.FRIENDS, Suits.PARTNERS, Suits.FAMILY)) {
      if (total(suits) < LEAST_FOR_SOME) {
        few.add(few(file, suits.word(), total(suits), LEAST_FOR_SOME));
      }
    }
    for (PromptKind kind : List.of(PromptKind.LIGHT, PromptKind.GRATEFUL)) {
      int count = sets.getOrDefault(kind, 0);
      if (count < LEAST_IN_A_SET) {
        few.add(few(file, kind.word(), count, LEAST_IN_A_SET));
      }
    }
    return few;
  }

  private static Mistake few(String file, String what, int count, int least) {
    return new Mistake(
        file,
        0,
        "There are %d prompts for %s.".formatted(count, what),
        "Write %d more.".formatted(least - count));
  }
}
