package kith.relay.unlock;

import kith.wire.Box;
import kith.wire.UnlockerId;

/// A signed answer to a challenge; `time` in milliseconds since 1970, as the signer says.
public record Answer(UnlockerId unlocker, Box challenge, String origin, long time, Box signature) {}
