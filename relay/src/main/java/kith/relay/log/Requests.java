package kith.relay.log;

import java.util.List;
import kith.wire.BondId;
import kith.wire.Box;
import kith.wire.GateId;
import kith.wire.Handle;
import kith.wire.InvitationId;
import kith.wire.Parts;
import kith.wire.SeatHash;
import org.jspecify.annotations.Nullable;

/// What a store can be asked, one record for each verb. Days count from 1970-01-01 UTC.
public final class Requests {
  private Requests() {}

  /// Make a bond whose seat 0 has this hash.
  public record CreateBond(BondId bond, SeatHash seat) {}

  /// Add an entry and, in the same transaction, end the gates of `closes`.
  public record Append(Seat seat, Handle handle, Parts parts, List<GateId> closes) {}

  /// Hold my parts under a gate until the other seat's are there too; no parts: take mine away.
  /// `revision` starts at 1; `expires` is the last day on which they may open.
  public record Deposit(
      Seat seat, GateId gate, long revision, int expires, @Nullable Parts parts) {}

  /// The entries after this position.
  public record Read(Seat seat, long after) {}

  /// Put up an invitation to the bond's seat 1 (by seat 0), open up to and including `expires`.
  public record Offer(Seat seat, InvitationId id, Box offer, int expires) {}

  /// Take seat 1 with the capability of this hash.
  public record Accept(InvitationId id, Box accept, SeatHash seat) {}

  /// The inviter's last word (seat 0), once accepted.
  public record Confirm(InvitationId id, SeatHash seat, Box confirm) {}

  /// Erase an invitation's boxes (either seat).
  public record Erase(InvitationId id, SeatHash seat) {}
}
