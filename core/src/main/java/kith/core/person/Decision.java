package kith.core.person;

import java.util.List;
import kith.core.bond.Event;
import kith.core.bond.Reason;

/// The answer to a command.
public sealed interface Decision {
  /// It may be done, by writing these events, if any, as one entry. If somebody's entry comes
  /// first, they may still be set aside; the next view shows it.
  ///
  /// @param later events that the relay keeps until a day between two and six weeks from now
  record Accepted(List<Event> events, List<Event> later) implements Decision {
    public Accepted {
      events = List.copyOf(events);
      later = List.copyOf(later);
    }

    /// Without anything for later.
    public Accepted(List<Event> events) {
      this(events, List.of());
    }
  }

  /// It may not be done, and why.
  record Refused(Reason reason) implements Decision {}
}
