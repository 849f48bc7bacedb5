package kith.relay.log.sqlite;

import java.util.List;
import kith.relay.log.Outcome;
import kith.relay.log.Outcome.Refused;
import kith.wire.BondId;
import kith.wire.Problem;

/// What one operation works with: the session, today, and where to leave word of what is new.
record Turn(Session session, int today, List<Nudge> nudges) {
  /// Word for the watcher, given out after the commit only.
  record Nudge(BondId bond, long seq) {}

  void nudge(BondId bond, long seq) {
    nudges.add(new Nudge(bond, seq));
  }

  static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(problem);
  }

  static <T> Outcome<T> done(T value) {
    return new Outcome.Done<>(value);
  }
}
