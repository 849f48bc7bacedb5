package kith.core.bond;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What lies on the table: at most one card, and beside it one offer or question.
final class Table {
  /// One place on it.
  enum Place {
    CARD,
    BESIDE
  }

  /// `values()` copies, and the fold asks for both at every entry.
  private static final Place[] PLACES = Place.values();

  /// @param tonight whether it goes with the evening
  private record Laid(Exchange.Waiting exchange, boolean tonight) {}

  /// Two fields and no map, for the same reason.
  private @Nullable Laid card;

  private @Nullable Laid beside;

  static Place place(Kind kind) {
    return kind == Kind.SEALED ? Place.CARD : Place.BESIDE;
  }

  void lay(Exchange.Waiting exchange, boolean tonight) {
    put(place(exchange.shape().kind()), new Laid(exchange, tonight));
  }

  /// The same exchange, one step on.
  void replace(Exchange.Waiting exchange) {
    Place place = place(exchange.shape().kind());
    Laid before = laid(place);
    put(place, new Laid(exchange, before != null && before.tonight()));
  }

  void clear(Exchange.Waiting exchange) {
    put(place(exchange.shape().kind()), null);
  }

  private @Nullable Laid laid(Place place) {
    return switch (place) {
      case CARD -> card;
      case BESIDE -> beside;
    };
  }

  private void put(Place place, @Nullable Laid laid) {
    switch (place) {
      case CARD -> card = laid;
      case BESIDE -> beside = laid;
    }
  }

  /// What lies there on `day`.
  Optional<Exchange.Waiting> at(Place place, long day, boolean evening, Pace pace) {
    Laid laid = laid(place);
    return laid != null && lies(laid, day, evening, pace)
        ? Optional.of(laid.exchange())
        : Optional.empty();
  }

  private static boolean lies(Laid laid, long day, boolean evening, Pace pace) {
    return day <= laid.exchange().lastDay(pace) && (evening || !laid.tonight());
  }

  /// All that was laid there, lapsed or not.
  List<Exchange.Waiting> all() {
    List<Exchange.Waiting> all = new ArrayList<>();
    for (Place place : PLACES) {
      Laid laid = laid(place);
      if (laid != null) {
        all.add(laid.exchange());
      }
    }
    return all;
  }

  /// What was laid there and lies there no longer on `day`.
  List<Exchange.Waiting> lapsed(long day, boolean evening, Pace pace) {
    List<Exchange.Waiting> lapsed = List.of();
    for (Place place : PLACES) {
      Laid laid = laid(place);
      if (laid != null && !lies(laid, day, evening, pace)) {
        lapsed = lapsed.isEmpty() ? new ArrayList<>() : lapsed;
        lapsed.add(laid.exchange());
      }
    }
    return lapsed;
  }
}
