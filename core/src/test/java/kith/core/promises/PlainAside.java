package kith.core.promises;

import java.util.ArrayList;
import java.util.List;
import kith.core.bond.ExchangeId;
import kith.core.bond.Prompt;
import kith.core.bond.Seat;

/// What came too deep, in the plain rules.
final class PlainAside {
  private record One(Seat by, ExchangeId id, Prompt prompt) {}

  private final List<One> held = new ArrayList<>();

  boolean hold(Seat by, ExchangeId id, Prompt prompt) {
    if (held.size() < 20) {
      held.add(new One(by, id, prompt));
    }
    return false;
  }

  boolean letGo(Seat by, ExchangeId id) {
    return held.removeIf(one -> one.by() == by && one.id().equals(id));
  }

  void letGo(Seat by) {
    held.removeIf(one -> one.by() == by);
  }

  List<String> lines() {
    return held.stream()
        .map(one -> one.id().text() + " from " + one.by() + " " + one.prompt().ring().depth())
        .toList();
  }
}
