package kith.core.bond;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What lies on the table: at most one card, and beside it one offer or question.
final class Table {
  /// One place on it.
  enum Place {
    CARD,
    BESIDE
  }

  /// @param tonight whether it goes with the evening
  private record Laid(Exchange.Waiting exchange, boolean tonight) {}

  private final Map<Place, Laid> places = new EnumMap<>(Place.class);

  static Place place(Kind kind) {
    return kind == Kind.SEALED ? Place.CARD : Place.BESIDE;
  }

  void lay(Exchange.Waiting exchange, boolean tonight) {
    places.put(place(exchange.shape().kind()), new Laid(exchange, tonight));
  }

  /// The same exchange, one step on.
  void replace(Exchange.Waiting exchange) {
    Place place = place(exchange.shape().kind());
    Laid before = places.get(place);
    places.put(place, new Laid(exchange, before != null && before.tonight()));
  }

  void clear(Exchange.Waiting exchange) {
    places.remove(place(exchange.shape().kind()));
  }

  /// What lies there on `day`.
  Optional<Exchange.Waiting> at(Place place, long day, boolean evening, Pace pace) {
    return Optional.ofNullable(places.get(place))
        .filter(laid -> day <= laid.exchange().lastDay(pace) && (evening || !laid.tonight()))
        .map(Laid::exchange);
  }

  /// All that lies there, lapsed or not.
  List<Exchange.Waiting> all() {
    List<Exchange.Waiting> all = new ArrayList<>();
    for (Laid laid : places.values()) {
      all.add(laid.exchange());
    }
    return all;
  }
}
