package kith.core.bond;

import java.util.Optional;

/// The eight wedges of the onion. They cover the thirteen categories of Taylor & Altman 1966.
public enum Topic {
  /// Everyday life.
  EVERYDAY("everyday"),
  /// Work and money.
  WORK("work"),
  /// Family and roots: childhood, where I come from.
  FAMILY("family"),
  /// Friends and others.
  FRIENDS("friends"),
  /// Love; closed until both open it.
  LOVE("love"),
  /// Body and health.
  BODY("body"),
  /// Feelings.
  FEELINGS("feelings"),
  /// Beliefs and values.
  BELIEFS("beliefs");

  private final String word;

  Topic(String word) {
    this.word = word;
  }

  /// Its name in events, decks and views.
  public String word() {
    return word;
  }

  /// The topic of that name.
  public static Optional<Topic> named(String word) {
    for (Topic topic : values()) {
      if (topic.word.equals(word)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
