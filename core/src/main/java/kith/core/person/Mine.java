package kith.core.person;

import java.util.Set;
import kith.core.bond.ExchangeId;

/// What only my own devices know. It never travels in an entry and changes nothing that is shared.
///
/// @param sealed the exchanges for which my sealed answer lies ready
public record Mine(Set<ExchangeId> sealed) {
  /// Nothing yet.
  public static final Mine NOTHING = new Mine(Set.of());

  public Mine {
    sealed = Set.copyOf(sealed);
  }
}
