package kith.lab.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.core.bond.Prompt;
import kith.core.deck.Deck;

/// What stands on a story's cards: of each topic and ring the next prompt of a deck, and after its
/// last the first again. Where the deck has none, what was there.
final class Cards {
  private final Deck deck;
  private final Map<String, Integer> drawn = new HashMap<>();

  Cards(Deck deck) {
    this.deck = deck;
  }

  Prompt next(Prompt asked) {
    List<Prompt> cell =
        deck.prompts().stream()
            .filter(one -> one.topic() == asked.topic() && one.ring().equals(asked.ring()))
            .toList();
    if (cell.isEmpty()) {
      return asked;
    }
    String name = asked.topic().word() + asked.ring().depth();
    int before = drawn.merge(name, 1, Integer::sum) - 1;
    return cell.get(before % cell.size());
  }
}
