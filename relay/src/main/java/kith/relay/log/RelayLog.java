package kith.relay.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kith.wire.InvitationId;

/// The store of bonds, entries, deposits and invitations.
///
/// Every write that changed something completes only after it is durable; the same request again
/// has the same effect and the same outcome. Futures fail (never with a refusal) when the store
/// did.
public interface RelayLog extends AutoCloseable {
  /// The day on which the bond was made.
  CompletableFuture<Outcome<Integer>> create(Requests.CreateBond request);

  /// The entry with this handle, new or from before.
  CompletableFuture<Outcome<Appended>> append(Requests.Append request);

  /// Today, whatever the deposit did: the other side's doings cannot be told from it.
  CompletableFuture<Outcome<Integer>> deposit(Requests.Deposit request);

  /// A page of entries.
  CompletableFuture<Outcome<Page>> read(Requests.Read request);

  /// The last position of each bond, in the order asked; refused whole if one seat is unknown.
  CompletableFuture<Outcome<List<Long>>> positions(List<Seat> seats);

  /// The day on which the invitation was put up.
  CompletableFuture<Outcome<Integer>> offer(Requests.Offer request);

  /// An invitation as it stands.
  CompletableFuture<Outcome<Invitation>> invitation(InvitationId id);

  /// The day on which it was accepted.
  CompletableFuture<Outcome<Integer>> accept(Requests.Accept request);

  /// The day on which it was confirmed.
  CompletableFuture<Outcome<Integer>> confirm(Requests.Confirm request);

  /// Today; the boxes are gone.
  CompletableFuture<Outcome<Integer>> erase(Requests.Erase request);

  /// Sets the one watcher.
  void watch(Watcher watcher);

  /// Finishes what was asked, makes the file small and whole, and lets go of it.
  @Override
  void close();
}
