package kith.client.talk;

import java.util.List;

/// The eight topics, by the core's names and in words.
final class Topics {

  static final List<String> NAMES =
      List.of("everyday", "work", "family", "friends", "love", "body", "feelings", "beliefs");

  static final List<String> WORDS =
      List.of(
          "everyday life",
          "work and money",
          "family and roots",
          "friends and others",
          "love",
          "body and health",
          "feelings",
          "beliefs and values");

  private Topics() {}

  static String words(String name) {
    int at = NAMES.indexOf(name);
    return at < 0 ? name : WORDS.get(at);
  }
}
