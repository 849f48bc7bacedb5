package kith.relay.log;

import java.util.List;
import java.util.OptionalInt;

/// Entries in order, whether there are more, and how the bond stands.
public record Page(List<Entry> entries, boolean more, Standing standing) {
  /// Today, the tick epoch that is running, the number of the bond's last change (0: none), and the
  /// day on which the bond ended, if it has.
  public record Standing(int today, int tick, long change, OptionalInt ended) {}

  /// Today.
  public int today() {
    return standing.today();
  }
}
