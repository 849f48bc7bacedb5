package kith.core.bond;

import java.util.Optional;

/// A way of hearing: what one may say to what the other shared.
public enum Way {
  /// I hear you.
  HEARD("heard"),
  /// Thank you for trusting me.
  THANKS("thanks"),
  /// That makes sense to me.
  SENSE("sense"),
  /// I know something of that.
  KNOW("know"),
  /// I'm glad you told me.
  GLAD("glad"),
  /// Heard; no reply needed: a full response.
  NO_REPLY_NEEDED("no-reply-needed");

  private final String word;

  Way(String word) {
    this.word = word;
  }

  /// Its name in events and views.
  public String word() {
    return word;
  }

  /// The way of that name.
  public static Optional<Way> named(String word) {
    for (Way way : values()) {
      if (way.word.equals(word)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }
}
