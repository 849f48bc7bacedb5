package kith.core.deck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.core.bond.Prompt;

/// A set of prompts, in the order of its file; of one deck, or of several that a bond goes by.
public final class Deck {
  private final Map<String, Listed> byKey = new LinkedHashMap<>();
  private final Map<String, Listed> byId = new LinkedHashMap<>();

  /// A deck of questions for any pair, whose keys differ; else `IllegalArgumentException`.
  public Deck(List<Prompt> prompts) {
    prompts.forEach(prompt -> add(Listed.question(prompt)));
  }

  private Deck() {}

  /// A deck of `all`, whose keys differ; else `IllegalArgumentException`.
  public static Deck of(List<Listed> all) {
    Deck deck = new Deck();
    all.forEach(deck::add);
    return deck;
  }

  private void add(Listed one) {
    if (byKey.putIfAbsent(one.prompt().key(), one) != null) {
      throw new IllegalArgumentException("two prompts have one id");
    }
    byId.putIfAbsent(one.prompt().id(), one);
  }

  /// The prompt of that key, `deck/id`, or else of that id; of several decks with one id,
  /// the first.
  public Optional<Prompt> prompt(String name) {
    return listed(name).map(Listed::prompt);
  }

  /// The same with all that its deck says of it.
  public Optional<Listed> listed(String name) {
    return Optional.ofNullable(byKey.get(name)).or(() -> Optional.ofNullable(byId.get(name)));
  }

  /// What this deck says a prompt asks of the two; a question, where it does not know it.
  public PromptKind kind(Prompt prompt) {
    Listed one = byKey.get(prompt.key());
    return one == null ? PromptKind.QUESTION : one.kind();
  }

  /// All prompts.
  public List<Prompt> prompts() {
    List<Prompt> prompts = new ArrayList<>();
    byKey.values().forEach(one -> prompts.add(one.prompt()));
    return prompts;
  }

  /// All of them with what the deck says of each.
  public List<Listed> all() {
    return List.copyOf(byKey.values());
  }
}
