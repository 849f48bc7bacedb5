package kith.core.border;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.core.bond.Response;
import kith.core.bond.Way;
import kith.core.json.Json;

/// Responses as text. Ways stand in one order, each once, however they were given.
final class ResponseText {
  private ResponseText() {}

  /// A response of one's own: each way must be known.
  static Response read(Reading from) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (Json one : from.items("ways")) {
      ways.add(way(one).orElseThrow(() -> from.wrong("ways", "has an unknown way")));
    }
    return new Response(List.copyOf(ways), from.text("words"));
  }

  /// The response of an entry: a way that a later version may know is passed over.
  static Response readKnown(Reading from) {
    return new Response(known(from.items("ways")), from.text("words"));
  }

  /// Nearly always one, which needs no set.
  private static List<Way> known(List<Json> words) {
    if (words.size() == 1) {
      return way(words.get(0)).map(List::of).orElse(List.of());
    }
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (Json one : words) {
      way(one).ifPresent(ways::add);
    }
    return List.copyOf(ways);
  }

  private static Optional<Way> way(Json value) {
    return value instanceof Json.Text(String word) ? Way.named(word) : Optional.empty();
  }

  static Json.Building write(Json.Building into, Response response) {
    List<String> ways = new ArrayList<>();
    for (Way way : response.ways()) {
      ways.add(way.word());
    }
    return into.with("ways", Json.texts(ways)).with("words", response.words());
  }
}
