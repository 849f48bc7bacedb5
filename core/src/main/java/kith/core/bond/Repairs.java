package kith.core.bond;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was told to have gone amiss, and which of it is not mended yet.
final class Repairs {
  private final Map<ExchangeId, Repair> all = new LinkedHashMap<>();
  private final Map<ExchangeId, Repair> open = new LinkedHashMap<>();
  private final Set<ExchangeId> unheard = new HashSet<>();
  private Mark told = Mark.START;

  void tell(Repair repair, Mark now) {
    put(repair);
    told = now;
  }

  void put(Repair repair) {
    all.put(repair.exchange(), repair);
    if (!repair.mended()) {
      open.put(repair.exchange(), repair);
      if (repair.saidBack().isPresent()) {
        unheard.remove(repair.exchange());
      } else {
        unheard.add(repair.exchange());
      }
    }
  }

  /// Mends all that is open, each once in its life, so that this costs O(1) amortised.
  void mend(Rings rings, long day) {
    for (Repair repair : open.values()) {
      all.put(repair.exchange(), repair.done());
      rings.mend(repair.topic(), day);
    }
    open.clear();
    unheard.clear();
  }

  Optional<Repair> of(ExchangeId id) {
    return Optional.ofNullable(all.get(id));
  }

  /// In the order in which they were told.
  Collection<Repair> open() {
    return Collections.unmodifiableCollection(open.values());
  }

  Collection<Repair> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  /// When the last misstep was told.
  Mark told() {
    return told;
  }

  /// Whether of all that is open the other has said back what they heard: before that there is
  /// nothing that both could call mended.
  boolean allSaidBack() {
    return unheard.isEmpty();
  }
}
