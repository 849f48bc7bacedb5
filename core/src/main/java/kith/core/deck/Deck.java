package kith.core.deck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.bond.Prompt;

/// A set of prompts in one language, in the order of its file.
public final class Deck {
  private final Map<String, Prompt> prompts = new LinkedHashMap<>();

  /// A deck of prompts whose ids differ; else `IllegalArgumentException`.
  public Deck(List<Prompt> prompts) {
    for (Prompt prompt : prompts) {
      if (this.prompts.putIfAbsent(prompt.id(), prompt) != null) {
        throw new IllegalArgumentException("two prompts have one id");
      }
    }
  }

  /// The prompt of that id.
  public Optional<Prompt> prompt(String id) {
    return Optional.ofNullable(prompts.get(id));
  }

  /// All prompts.
  public List<Prompt> prompts() {
    return List.copyOf(prompts.values());
  }
}
