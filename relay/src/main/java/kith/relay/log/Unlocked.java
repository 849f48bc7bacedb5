package kith.relay.log;

import kith.wire.SeatHash;
import kith.wire.VaultId;

/// Who asks of a vault: the vault and the hash of the session's capability that was shown. Whether
/// there is such a session is for the store to say.
public record Unlocked(VaultId vault, SeatHash session) {}
