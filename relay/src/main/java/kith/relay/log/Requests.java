package kith.relay.log;

import java.util.List;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.InvitationId;
import kith.wire.KeyChange;
import kith.wire.Parts;
import kith.wire.SeatHash;
import kith.wire.Votes;
import org.jspecify.annotations.Nullable;

/// What a store can be asked, one record for each verb. Days count from 1970-01-01 UTC.
public final class Requests {
  private Requests() {}

  /// Make a bond whose seat 0 has this hash, and whose day for ticks begins `offset` minutes early
  /// (drawn at random from 0 to 1439, so that the ticks of all bonds are spread over the day).
  public record CreateBond(BondId bond, SeatHash seat, int offset) {}

  /// Add an entry and, in the same transaction, end the gates of `closes`. `reserved`: a small one
  /// that no quota and no full disk may stop.
  public record Append(
      Seat seat, Handle handle, Parts parts, List<GateId> closes, boolean reserved) {
    /// One like any other.
    public Append(Seat seat, Handle handle, Parts parts, List<GateId> closes) {
      this(seat, handle, parts, closes, false);
    }
  }

  /// Hold my parts under a gate until the other seat's are there too; no parts: take mine away.
  /// `revision` starts at 1; `expires` is the last day on which they may open.
  public record Deposit(
      Seat seat, GateId gate, long revision, int expires, @Nullable Parts parts) {}

  /// The entries after this position.
  public record Read(Seat seat, long after) {}

  /// The entries whose last change has a number after this.
  public record Changes(Seat seat, long after) {}

  /// Take back my words at a position, leaving the tombstone, on day `on` (today or before: at
  /// once).
  public record Withdraw(Seat seat, long seq, Box tombstone, int on) {}

  /// Replace key records of my own.
  public record Rewrap(Seat seat, List<KeyChange> keys) {}

  /// End the bond for both with a last, small entry, on day `on` (today or before: at once).
  public record End(Seat seat, Handle handle, Box event, int on) {}

  /// Let a new capability open my seat, and this one no longer.
  public record Rotate(Seat seat, SeatHash next) {}

  /// My votes for the epoch `tick` and those after it; `counters` as [RelayLog#counters] gave them.
  public record Upload(Seat seat, int tick, List<Integer> counters, Votes votes) {}

  /// Put up an invitation to the bond's seat 1 (by seat 0), open up to and including `expires`.
  public record Offer(Seat seat, InvitationId id, Box offer, int expires) {}

  /// Take seat 1 with the capability of this hash.
  public record Accept(InvitationId id, Box accept, SeatHash seat) {}

  /// The inviter's last word (seat 0), once accepted.
  public record Confirm(InvitationId id, SeatHash seat, Box confirm) {}

  /// Erase an invitation's boxes (either seat).
  public record Erase(InvitationId id, SeatHash seat) {}
}
