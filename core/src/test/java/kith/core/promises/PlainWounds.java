package kith.core.promises;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kith.core.bond.Event;
import kith.core.bond.ExchangeId;
import kith.core.bond.Seat;
import org.jspecify.annotations.Nullable;

/// What went amiss and how it is mended, in the plain rules.
final class PlainWounds {
  final Map<ExchangeId, PlainWound> all = new LinkedHashMap<>();

  boolean has(ExchangeId id) {
    return all.containsKey(id);
  }

  void tell(ExchangeId id, PlainWound wound) {
    all.put(id, wound);
  }

  boolean open() {
    return all.values().stream().anyMatch(wound -> !wound.mended);
  }

  boolean withdraw(Seat by, ExchangeId id) {
    @Nullable PlainWound wound = all.get(id);
    if (wound == null) {
      return false;
    }
    if (wound.hurt == by) {
      boolean there = !wound.words.isEmpty();
      wound.words = "";
      return there;
    }
    boolean there =
        wound.back.filter(words -> !words.isEmpty()).isPresent()
            || wound.owned.filter(words -> !words.isEmpty()).isPresent();
    wound.back = wound.back.map(words -> "");
    wound.owned = wound.owned.map(words -> "");
    return there;
  }

  boolean sayBack(Seat by, Event.SaidBack e) {
    @Nullable PlainWound wound = all.get(e.exchange());
    if (wound == null) {
      return false;
    }
    boolean fine =
        !wound.mended && wound.hurt != by && wound.back.isEmpty() && wound.owned.isEmpty();
    if (fine) {
      wound.back = Optional.of(e.words());
    }
    return fine;
  }

  boolean own(Seat by, Event.Owned e) {
    @Nullable PlainWound wound = all.get(e.exchange());
    if (wound == null) {
      return false;
    }
    boolean fine =
        !wound.mended && wound.hurt != by && wound.back.isPresent() && wound.owned.isEmpty();
    if (fine) {
      wound.owned = Optional.of(e.apology().own());
    }
    return fine;
  }

  boolean mend(PlainRings rings, long day) {
    boolean there =
        open() && all.values().stream().allMatch(one -> one.mended || one.back.isPresent());
    if (!there) {
      return false;
    }
    for (PlainWound wound : all.values()) {
      if (!wound.mended) {
        wound.mended = true;
        rings.mend(wound.topic, day);
      }
    }
    return true;
  }
}
