package kith.lab.world;

import java.io.Serial;

/// A device has lost its power: whatever it was doing is gone, except for what its disk holds.
final class PowerCut extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  PowerCut() {
    super("the power is gone", null, false, false);
  }
}
