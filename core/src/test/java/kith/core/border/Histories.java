package kith.core.border;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The small words that histories in tests are made of.
final class Histories {
  static final String SEED = "00112233445566778899aabbccddeeff";
  static final String NOTHING = "{\"v\":1,\"sealed\":[]}";
  static final long A_DAY = 86_400_000;

  private Histories() {}

  /// The text of a deck in this repository.
  static String deck(String name) {
    try {
      return Files.readString(Path.of("..", "decks/src/main/resources/kith/decks", name + ".json"));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static String exchange(int number) {
    return "exchange------------" + (char) ('0' + number) + "A";
  }

  static String drawn(int exchange, String topic, int ring) {
    return """
        {"type":"drawn","exchange":"%s","prompt":{"deck":"d","id":"%s-%d","topic":"%s",\
        "ring":%d,"language":"en","text":"What?"}}"""
        .formatted(exchange(exchange), topic, ring, topic, ring);
  }

  static String swapped(int exchange) {
    return "{\"type\":\"swapped\",\"exchange\":\"" + exchange(exchange) + "\"}";
  }

  static String responded(int exchange) {
    return """
        {"type":"responded","exchange":"%s","ways":["heard"],"words":""}"""
        .formatted(exchange(exchange));
  }

  /// An entry of seat `by` on `day`, written as the day begins.
  static String written(long seq, long day, int by, String... events) {
    return """
        {"seq":%d,"day":%d,"by":%d,"at":%d,"v":1,"events":[%s]}"""
        .formatted(seq, day, by, day * A_DAY, String.join(",", events));
  }

  static String opening(long seq, long day, int exchange) {
    return """
        {"seq":%d,"day":%d,"opened":{"exchange":"%s","answers":[{"at":%d,"words":"zero"},\
        {"at":%d,"words":"one"}]}}"""
        .formatted(seq, day, exchange(exchange), day * A_DAY, day * A_DAY);
  }

  static String unreadable(long seq, long day) {
    return "{\"seq\":%d,\"day\":%d,\"unreadable\":true}".formatted(seq, day);
  }
}
