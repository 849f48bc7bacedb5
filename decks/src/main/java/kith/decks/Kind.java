package kith.decks;

/// What a prompt asks of the two.
enum Kind implements Named {
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

  Kind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
