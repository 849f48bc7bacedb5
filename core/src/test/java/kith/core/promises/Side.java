package kith.core.promises;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import kith.core.bond.Matter;
import kith.core.bond.Pace;
import kith.core.bond.Seat;
import kith.core.person.Mine;

/// One person's own side of a [World]: their device, their clock, their yeses.
final class Side {
  final Device device;

  /// In an order of its own, so that a tick agrees on them in the same order every time.
  final Map<Matter, Long> votes = new TreeMap<>(Comparator.comparing(Matter::toString));

  int taken;
  long skew;
  Mine kept = Mine.NOTHING;

  Side(Seat seat, Pace pace) {
    device = new Device(seat, pace);
  }

  private Side(Side original) {
    device = original.device.copy();
    votes.putAll(original.votes);
    taken = original.taken;
    skew = original.skew;
    kept = original.kept;
  }

  Side copy() {
    return new Side(this);
  }
}
