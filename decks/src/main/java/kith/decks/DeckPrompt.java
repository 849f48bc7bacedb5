package kith.decks;

import java.util.Optional;
import java.util.Set;
import kith.core.bond.Ring;
import kith.core.bond.Topic;
import kith.core.deck.NotFor;
import kith.core.deck.PromptKind;
import kith.core.deck.Suits;

/// One prompt of a deck, with all that its file says of it.
///
/// @param place where it stands
/// @param aim what it is about, and for whom
/// @param text the question itself
/// @param tail from the second ring on: the invitation to say how it feels
record DeckPrompt(Place place, String id, Aim aim, String text, Optional<String> tail) {
  /// File and line, counted from 1.
  record Place(String file, int line) {}

  /// What a prompt is about, and for whom.
  ///
  /// @param deep how far under the surface an answer goes, 0 to 100
  /// @param personal how much it tells of the one who answers, 0 to 100; another axis than deep
  record Aim(
      Topic topic,
      Ring ring,
      PromptKind kind,
      Suits suits,
      Set<NotFor> not,
      int deep,
      int personal) {
    Aim {
      not = Set.copyOf(not);
    }
  }

  /// Question and tail, as a person reads them.
  String whole() {
    return tail.map(more -> text + " " + more).orElse(text);
  }
}
