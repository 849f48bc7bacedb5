package kith.relay.log;

import kith.wire.BondId;

/// Hears, after the commit, that a bond has something new for both seats: an entry, or a step of
/// its invitation. Never called for a private act. Must return at once.
@FunctionalInterface
public interface Watcher {
  /// `seq` is the bond's last position.
  void changed(BondId bond, long seq);

  /// Word may have been missed: whoever follows bonds looks at their positions again.
  default void missed() {}
}
