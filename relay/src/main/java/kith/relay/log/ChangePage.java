package kith.relay.log;

import java.util.List;

/// Entries in the order of their last change, whether there are more, and today.
public record ChangePage(List<Change> changes, boolean more, int today) {
  /// An entry as it is now; `number` counts the bond's changes, with gaps.
  public record Change(long number, Entry entry) {}
}
