package kith.relay.log.sql;

import java.util.List;
import kith.relay.log.Outcome;
import kith.relay.log.Outcome.Refused;
import kith.relay.log.Watcher;
import kith.wire.BondId;
import kith.wire.Problem;

/// What one operation works with: the session, the counted limits, today, and where to leave word
/// of what is new.
public record Turn(Session session, Quotas quotas, int today, List<Nudge> nudges) {
  /// What a rotation is told as, in place of a position.
  private static final long ROTATED = -1;

  /// Word for the watcher, given out after the commit only.
  public record Nudge(BondId bond, long seq) {
    /// Word that a capability of the bond is dead.
    public static Nudge rotation(BondId bond) {
      return new Nudge(bond, ROTATED);
    }

    /// Whether it says that a capability is dead, rather than a position.
    public boolean isRotation() {
      return seq == ROTATED;
    }

    /// Tells the watcher.
    public void tell(Watcher watcher) {
      if (isRotation()) {
        watcher.rotated(bond);
      } else {
        watcher.changed(bond, seq);
      }
    }
  }

  void nudge(BondId bond, long seq) {
    nudges.add(new Nudge(bond, seq));
  }

  void rotated(BondId bond) {
    nudges.add(Nudge.rotation(bond));
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
