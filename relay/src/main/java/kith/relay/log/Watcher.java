package kith.relay.log;

import kith.wire.BondId;

/// Hears, after the commit, that a bond has something new for both seats: an entry, a change of
/// one, or a step of its invitation. Never called for a private act. Must return at once.
@FunctionalInterface
public interface Watcher {
  /// `seq` is the bond's last position.
  void changed(BondId bond, long seq);

  /// Word may have been missed: whoever follows bonds looks at their positions again.
  default void missed() {}

  /// A capability of the bond is dead: whoever came in with one must show it again.
  default void rotated(BondId bond) {}
}
