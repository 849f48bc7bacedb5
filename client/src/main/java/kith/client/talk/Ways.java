package kith.client.talk;

import java.util.Arrays;

/// Ways of hearing, in words.
enum Ways {
  HEARD("heard", "I hear you."),
  THANKS("thanks", "Thank you for trusting me."),
  SENSE("sense", "That makes sense to me."),
  KNOW("know", "I know something of that."),
  GLAD("glad", "I'm glad you told me."),
  NO_REPLY_NEEDED("no-reply-needed", "Heard, no reply needed.");

  private final String name;
  private final String words;

  Ways(String name, String words) {
    this.name = name;
    this.words = words;
  }

  /// The core's name of it.
  String named() {
    return name;
  }

  static String said(String name) {
    return Arrays.stream(values())
        .filter(way -> way.name.equals(name))
        .map(way -> way.words)
        .findFirst()
        .orElse("");
  }

  /// In words.
  String words() {
    return words;
  }
}
