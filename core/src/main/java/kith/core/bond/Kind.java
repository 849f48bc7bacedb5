package kith.core.bond;

/// The kinds of exchange.
public enum Kind {
  /// Both answer one prompt, and both open together.
  SEALED("sealed"),
  /// One offers to go first; it is heard when the other is ready to listen.
  FIRST_STEP("first-step"),
  /// One asks a question of their own; the other answers or lets it pass.
  ASK("ask");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /// Its name in views.
  public String word() {
    return word;
  }
}
