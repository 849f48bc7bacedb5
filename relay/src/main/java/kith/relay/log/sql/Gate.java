package kith.relay.log.sql;

import java.util.Optional;
import kith.relay.log.Requests.Deposit;
import kith.wire.Days;
import kith.wire.Limits;
import kith.wire.Parts;
import org.jspecify.annotations.Nullable;

/// What a seat's deposit finds under a gate: whether the gate has ended, the seat's own row, how
/// many deposits the seat holds under other gates, and what the other seat holds here. It decides
/// what a deposit comes to; each database carries it out.
public record Gate(boolean ended, Optional<Mine> mine, int othersHeld, Optional<Parts> theirs) {
  /// The seat's own row.
  public record Mine(long revision, int expires) {}

  /// What a deposit comes to.
  public sealed interface Step {
    /// Nothing: the gate has ended, or the deposit is not newer than what is there.
    record Unchanged() implements Step {}

    /// The seat holds as much as it may.
    record NoRoom() implements Step {}

    /// The seat's row becomes this; no parts: only the revision is kept. `free` when it does not
    /// count against the day's changes: a deposit can always be taken away.
    record Hold(int expires, @Nullable Parts parts, boolean free) implements Step {}

    /// Both are there: the gate opens.
    record Open(Parts seat0, Parts seat1) implements Step {}
  }

  /// Decides for a deposit of this seat.
  public Step step(Deposit request, int seat, int today) {
    if (ended || mine.filter(row -> row.revision() >= request.revision()).isPresent()) {
      return new Step.Unchanged();
    }
    Parts parts = live(request, today);
    if (parts == null) {
      int expires = mine.map(Mine::expires).orElse(request.expires());
      return new Step.Hold(expires, null, mine.isPresent());
    }
    if (othersHeld >= Limits.LIVE_DEPOSITS) {
      return new Step.NoRoom();
    }
    if (theirs.isEmpty()) {
      return new Step.Hold(request.expires(), parts, false);
    }
    return seat == 0 ? new Step.Open(parts, theirs.get()) : new Step.Open(theirs.get(), parts);
  }

  /// The parts to hold; none for a removal and for whatever has expired, then or now.
  private @Nullable Parts live(Deposit request, int today) {
    boolean over =
        Days.over(request.expires(), today)
            || mine.filter(row -> Days.over(row.expires(), today)).isPresent();
    return over ? null : request.parts();
  }
}
