package kith.core.bond;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What arrived too deep and waits unopened.
final class Aside {
  private final List<Held> held = new ArrayList<>();

  void hold(Seat by, Event event) {
    Optional<Held> tooDeep =
        switch (event) {
          case Event.Offered offered ->
              Optional.of(new Held(offered.exchange(), by, offered.prompt()));
          case Event.Asked asked -> Optional.of(new Held(asked.exchange(), by, asked.prompt()));
          case Event.Drew drew -> Optional.of(new Held(drew.exchange(), by, drew.prompt()));
          case Event.Since since -> {
            hold(by, since.event());
            yield Optional.empty();
          }
          default -> Optional.empty();
        };
    tooDeep.filter(one -> held.size() < Held.MOST).ifPresent(held::add);
  }

  /// Throws away what `by` wrote under that name.
  void letGo(Seat by, ExchangeId id) {
    held.removeIf(one -> one.from() == by && one.exchange().equals(id));
  }

  /// Throws away all that `by` wrote.
  void letGo(Seat by) {
    held.removeIf(one -> one.from() == by);
  }

  boolean holds(Seat by, ExchangeId id) {
    return held.stream().anyMatch(one -> one.from() == by && one.exchange().equals(id));
  }

  List<Held> all() {
    return Collections.unmodifiableList(held);
  }
}
