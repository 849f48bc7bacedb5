package kith.relay.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kith.wire.Box;
import kith.wire.PushId;
import kith.wire.RecordId;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;

/// The store of vaults: what one person keeps, sealed; who may come in; and when their devices want
/// to be woken. No row here names a bond.
///
/// Whoever comes with an [Unlocked] that is not one (unknown vault, unknown, expired or revoked
/// session: all alike) is refused with [kith.wire.Problem#NOT_UNLOCKED]. Whether somebody may open
/// a session is not judged here.
public interface VaultLog {
  /// What is kept under a name for the whole relay: `proposed`, unless something is kept already.
  CompletableFuture<Outcome<Box>> keep(String name, Box proposed);

  /// The day on which the vault was made. The same first unlocker again is the same vault.
  CompletableFuture<Outcome<Integer>> createVault(VaultRequests.Create request);

  /// The vault's one unlocker of a kind that is single; empty for none and for an unknown vault.
  CompletableFuture<Outcome<Optional<Unlocker>>> single(VaultId vault, Unlocker.Kind kind);

  /// One unlocker; empty for none and for an unknown vault.
  CompletableFuture<Outcome<Optional<Unlocker>>> unlocker(VaultId vault, UnlockerId id);

  /// Opens a session, once for each challenge (a second time, and for an unlocker that has gone, it
  /// is refused as not unlocked). It lasts through the day that the answer names.
  CompletableFuture<Outcome<Admission>> openSession(VaultRequests.OpenSession request);

  /// Whether a session of this hash, perhaps long over, was once opened here and not revoked.
  CompletableFuture<Outcome<Boolean>> known(Unlocked session);

  /// Ends a session; it stays known.
  CompletableFuture<Outcome<Integer>> lock(Unlocked session);

  /// A page of records in the order of their last change, those erased included.
  CompletableFuture<Outcome<RecordPage>> records(VaultRequests.ReadAll request);

  /// One record.
  CompletableFuture<Outcome<VaultRecord>> record(VaultRequests.ReadOne request);

  /// Writes (or, without a box, erases) a record whose version is still the one named (0: never
  /// written). Versions of a record only rise, also past erasing. The very same write again is the
  /// same; any other is refused with [kith.wire.Problem#RECORD_MOVED].
  CompletableFuture<Outcome<VaultRecord>> put(VaultRequests.Put request);

  /// All unlockers and the generation of the root key.
  CompletableFuture<Outcome<Unlockers>> unlockers(Unlocked session);

  /// Today; the unlocker is there, and the one that it replaces is gone with its sessions, both in
  /// one transaction. The same again is the same; a second one of a single kind is refused.
  CompletableFuture<Outcome<Integer>> addUnlocker(VaultRequests.AddUnlocker request);

  /// Today; the unlocker and every session opened with it are gone. Never the last one.
  CompletableFuture<Outcome<Integer>> removeUnlocker(VaultRequests.RemoveUnlocker request);

  /// A new generation of the root key: these unlockers and no others; every session but the asking
  /// one is revoked, and all pushes are cleared. Refused with
  /// [kith.wire.Problem#GENERATION_MOVED] unless it follows the present one.
  CompletableFuture<Outcome<Integer>> renew(VaultRequests.Renew request);

  /// Today; the vault and everything in it are gone. A safety verb.
  CompletableFuture<Outcome<Integer>> deleteVault(Unlocked session);

  /// Today; the device will be woken at these hours.
  CompletableFuture<Outcome<Integer>> setPush(VaultRequests.SetPush request);

  /// Today; the device will not be woken.
  CompletableFuture<Outcome<Integer>> clearPush(VaultRequests.ClearPush request);

  /// Takes some of the pushes whose hour has come, each for this caller alone; those of an hour
  /// long past are let go by. Empty when nothing is due.
  CompletableFuture<Outcome<List<DuePush>>> takeDuePushes();

  /// The push service says that this one is gone for good.
  CompletableFuture<Outcome<Integer>> forgetPush(VaultId vault, PushId push);

  /// An open session: the sealed root key, its generation, the last day, and today.
  record Admission(Box envelope, int generation, int expires, int today) {}

  /// One record: its version, where its last change stands among all of the vault, and the box
  /// (none: erased).
  record VaultRecord(RecordId record, long version, long change, Optional<Box> box) {}

  /// Records in order of change, whether there are more, and today.
  record RecordPage(List<VaultRecord> records, boolean more, int today) {}

  /// Who may come in.
  record Unlockers(int generation, List<Unlocker> unlockers, int today) {}

  /// A push to send.
  record DuePush(VaultId vault, PushId push, String address) {}
}
