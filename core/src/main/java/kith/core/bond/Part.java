package kith.core.bond;

import java.util.Optional;

/// What of one's own in an exchange can be taken back.
public enum Part {
  /// What I told.
  ANSWER("answer"),
  /// What I said to the other's answer.
  RESPONSE("response"),
  /// The prompt, line or question that I wrote.
  PROMPT("prompt"),
  /// What I said about the misstep.
  REPAIR("repair");

  private final String word;

  Part(String word) {
    this.word = word;
  }

  /// Its name in events and commands.
  public String word() {
    return word;
  }

  /// The part of that name.
  public static Optional<Part> named(String word) {
    for (Part part : values()) {
      if (part.word.equals(word)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
