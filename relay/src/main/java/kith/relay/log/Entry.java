package kith.relay.log;

import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.Parts;

/// One entry of a bond. `seq` counts 1, 2, 3 ... in the bond; `day` is the relay's day.
public sealed interface Entry {
  /// The position in the bond.
  long seq();

  /// The relay's day on which it was written.
  int day();

  /// Bytes of all its boxes.
  default long length() {
    return switch (this) {
      case Written written -> written.parts().length();
      case Opened opened -> (long) opened.seat0().length() + opened.seat1().length();
    };
  }

  /// Written by the seat `by` (0 or 1).
  record Written(long seq, int day, int by, Handle handle, Parts parts) implements Entry {}

  /// Two deposits that opened together.
  record Opened(long seq, int day, GateId gate, Parts seat0, Parts seat1) implements Entry {}
}
