package kith.core.deck;

import java.util.List;
import kith.core.bond.Prompt;

/// A prompt as it stands in a deck.
///
/// @param kind what it asks of the two
/// @param suits which pairs it is made for
/// @param not for whom or when it is the wrong prompt
public record Listed(Prompt prompt, PromptKind kind, Suits suits, List<NotFor> not) {
  public Listed {
    not = List.copyOf(not);
  }

  /// A question for any pair, barred for nobody.
  public static Listed question(Prompt prompt) {
    return new Listed(prompt, PromptKind.QUESTION, Suits.ANY, List.of());
  }
}
