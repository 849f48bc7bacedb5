package kith.relay.log;

import java.util.List;
import kith.wire.Box;
import kith.wire.PushId;
import kith.wire.RecordId;
import kith.wire.SeatHash;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;
import org.jspecify.annotations.Nullable;

/// What a store of vaults can be asked, one record for each verb that needs more than a session.
public final class VaultRequests {
  private VaultRequests() {}

  /// Make a vault with its first unlocker.
  public record Create(VaultId vault, Unlocker first) {}

  /// Open a session for whoever has answered this challenge with this unlocker; `session` is the
  /// hash of its capability.
  public record OpenSession(VaultId vault, UnlockerId unlocker, SeatHash session, Box challenge) {}

  /// Records changed after this position.
  public record ReadAll(Unlocked by, long after) {}

  /// One record.
  public record ReadOne(Unlocked by, RecordId record) {}

  /// Write a record that is at version `was` (0: never written); no box: erase it.
  public record Put(Unlocked by, RecordId record, long was, @Nullable Box box) {}

  /// Let one more in; with `replaces` in the place of that one, which is of the same kind.
  public record AddUnlocker(Unlocked by, Unlocker unlocker, @Nullable UnlockerId replaces) {
    public AddUnlocker(Unlocked by, Unlocker unlocker) {
      this(by, unlocker, null);
    }
  }

  /// Let one no longer in.
  public record RemoveUnlocker(Unlocked by, UnlockerId unlocker) {}

  /// A new root key of this generation, sealed to these unlockers.
  public record Renew(Unlocked by, int generation, List<Unlocker> unlockers) {}

  /// Wake a device at these hours (0 to 23, UTC), every day, through this address.
  public record SetPush(Unlocked by, PushId push, String address, List<Integer> hours) {}

  /// Wake a device no longer.
  public record ClearPush(Unlocked by, PushId push) {}
}
