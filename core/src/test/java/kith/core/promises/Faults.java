package kith.core.promises;

import java.util.function.Function;
import kith.core.bond.Entry;
import kith.core.bond.Verdict;

/// What a device must do with doubled and disordered delivery.
final class Faults {
  private Faults() {}

  static void mustTake(Function<Entry, Verdict> device, Entry entry) {
    if (device.apply(entry) instanceof Verdict.Refused refused) {
      throw new AssertionError("not taken: " + refused + " " + entry);
    }
  }

  static void mustRefuse(Function<Entry, Verdict> device, Entry entry) {
    if (device.apply(entry) instanceof Verdict.Allowed) {
      throw new AssertionError("taken though doubled or out of order: " + entry);
    }
  }
}
