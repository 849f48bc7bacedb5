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
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (Json one : from.items("ways")) {
      way(one).ifPresent(ways::add);
    }
    return new Response(List.copyOf(ways), from.text("words"));
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
