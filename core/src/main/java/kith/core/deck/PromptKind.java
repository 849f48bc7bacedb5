package kith.core.deck;

/// What a prompt asks of the two.
public enum PromptKind implements Named {
  /// A question about oneself.
  QUESTION("question"),
  /// The beginning of a story that one goes on telling.
  STORY("story"),
  /// Something small to do, and to tell of.
  ACT("act"),
  /// Easy and playful: after hard talk, or for no reason at all.
  LIGHT("light"),
  /// Something good, seen and said.
  GRATEFUL("grateful");

  private final String word;

  PromptKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
