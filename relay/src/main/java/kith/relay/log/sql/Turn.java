package kith.relay.log.sql;

import java.util.List;
import kith.relay.log.Outcome;
import kith.relay.log.Outcome.Refused;
import kith.wire.BondId;
import kith.wire.Problem;

/// What one operation works with: the session, the counted limits, today, and where to leave word
/// of what is new.
public record Turn(Session session, Quotas quotas, int today, List<Nudge> nudges) {
  /// Word for the watcher, given out after the commit only.
  public record Nudge(BondId bond, long seq) {}

  void nudge(BondId bond, long seq) {
    nudges.add(new Nudge(bond, seq));
  }

  /// A refusal.
  public static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(problem);
  }

  /// Done, with a value.
  public static <T> Outcome<T> done(T value) {
    return new Outcome.Done<>(value);
  }
}
