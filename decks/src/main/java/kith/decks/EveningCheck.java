package kith.decks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.core.bond.Topic;
import kith.core.deck.Suits;

/// Whether an evening keeps its promises: three sets of rising depth, about 45 minutes, and only
/// prompts that any two people may meet.
final class EveningCheck {
  private static final int SETS = 3;

  /// An evening never opens the innermost ring (model, evening pace).
  private static final int DEEPEST = 3;

  private static final int LEAST_MINUTES = 40;
  private static final int MOST_MINUTES = 50;

  private final String file;
  private final Map<String, DeckPrompt> prompts = new HashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  EveningCheck(String file, List<DeckPrompt> prompts) {
    this.file = file;
    prompts.forEach(prompt -> this.prompts.put(prompt.id(), prompt));
  }

  List<Mistake> mistakes(Evening evening) {
    List<Evening.Part> sets = evening.parts().stream().filter(Evening.Part::isSet).toList();
    if (sets.size() != SETS) {
      wrong(
          0, "There are " + sets.size() + " sets.", "Give the evening three, each with its ring.");
    }
    int minutes = evening.minutes();
    if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
      wrong(0, "It takes " + minutes + " minutes.", "Bring it to about 45.");
    }
    int before = 0;
    for (Evening.Part set : sets) {
      if (set.ring() != before + 1 || set.ring() > DEEPEST) {
        wrong(
            set.line(), "This set is at ring " + set.ring() + ".", "Rise by one ring a set, to 3.");
      }
      before = set.ring();
      set.lines().forEach(id -> prompt(set, id));
    }
    return mistakes;
  }

  private void prompt(Evening.Part set, String id) {
    DeckPrompt prompt = prompts.get(id);
    if (prompt == null) {
      wrong(set.line(), "No prompt has the id " + id + ".", "Name one of this library.");
      return;
    }
    DeckPrompt.Aim aim = prompt.aim();
    boolean fits =
        aim.ring().depth() == set.ring()
            && aim.suits() == Suits.ANY
            && aim.topic() != Topic.LOVE
            && aim.not().isEmpty();
    if (!fits) {
      wrong(
          set.line(),
          id + " does not suit every pair at this ring.",
          "Choose one of ring " + set.ring() + " for any pair, not about love, and not barred.");
    }
  }

  private void wrong(int line, String cause, String remedy) {
    mistakes.add(new Mistake(file, line, cause, remedy));
  }
}
