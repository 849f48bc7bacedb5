package kith.relay.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kith.wire.InvitationId;

/// The store of bonds, entries, deposits, votes and invitations, and of vaults ([#vaults]).
///
/// Every write that changed something completes only after it is durable; the same request again
/// has the same effect and the same outcome. Futures fail (never with a refusal) when the store
/// did. Votes alone may be lost: that reads as *not yet*.
///
/// Some verbs are *safety verbs*, which no quota of entries stops: [#withdraw], [#end], a deposit
/// without parts, and an append that is `reserved`. The store in a folder keeps room for them on a
/// full disk; a database server is given its room by whoever runs it.
///
/// Once a bond has ended, everything that would add to it is refused with
/// [kith.wire.Problem#BOND_ENDED]; reading, withdrawing, rotating and ending again go on.
public interface RelayLog extends AutoCloseable {
  /// The day on which the bond was made.
  CompletableFuture<Outcome<Integer>> create(Requests.CreateBond request);

  /// The entry with this handle, new or from before. A `reserved` one must be small
  /// ([kith.wire.Parts#small]), has a small quota of its own and is a safety verb.
  CompletableFuture<Outcome<Appended>> append(Requests.Append request);

  /// Today, whatever the deposit did: the other side's doings cannot be told from it.
  CompletableFuture<Outcome<Integer>> deposit(Requests.Deposit request);

  /// A page of entries.
  CompletableFuture<Outcome<Page>> read(Requests.Read request);

  /// A page of entries that changed after they were written, in the order of their last change:
  /// words taken back, keys replaced.
  CompletableFuture<Outcome<ChangePage>> changes(Requests.Changes request);

  /// The last position of each bond, in the order asked; refused whole if one seat is unknown.
  CompletableFuture<Outcome<List<Long>>> positions(List<Seat> seats);

  /// Today. Erases my words at a position and sets the tombstone in their place, on the day asked.
  /// The first tombstone stays. Refused as unknown where I have no share.
  CompletableFuture<Outcome<Integer>> withdraw(Requests.Withdraw request);

  /// Replaces key records of my own, each only if it is still the one named; says which were not.
  CompletableFuture<Outcome<Rewrapped>> rewrap(Requests.Rewrap request);

  /// The day on which the bond ends or ended, for both: at that moment the box is appended as the
  /// last entry, and everything that waits (deposits, votes, invitations) is erased. Ending again
  /// can bring the day forward and nothing else. Until that day the other side cannot tell.
  CompletableFuture<Outcome<Ending>> end(Requests.End request);

  /// Today; the capability that was shown is dead, the new one opens the seat.
  CompletableFuture<Outcome<Integer>> rotate(Requests.Rotate request);

  /// The tick epoch of a bond and the counters that this seat's next upload carries.
  CompletableFuture<Outcome<Counters>> counters(Seat seat);

  /// Keeps an upload of votes, whole, in place of the one before. Refused with
  /// [kith.wire.Problem#VOTES_MOVED] unless epoch and counters are those of [#counters]; the very
  /// same upload again is the same. Where a counter is beyond the last, that epoch's votes are not
  /// looked at. The outcome does not depend on the other seat.
  CompletableFuture<Outcome<Counters>> vote(Requests.Upload request);

  /// Lets time pass: looks at the clock, then does some of what has become due: ticks of votes,
  /// ends and withdrawals that were put off. True when more is due. Each bond's tick is one
  /// transaction that compares in a time that does not depend on what it compares, appends both
  /// boxes of each gate where both said yes, and erases the votes of that epoch.
  CompletableFuture<Outcome<Boolean>> passTime();

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

  /// The vaults of the same store.
  VaultLog vaults();

  /// Sets the one watcher.
  void watch(Watcher watcher);

  /// Finishes what was asked, makes the file small and whole, and lets go of it.
  @Override
  void close();
}
