package kith.relay.log;

import kith.wire.BondId;
import kith.wire.SeatHash;

/// Who asks: a bond and the hash of the capability that was shown. Whether such a seat exists is
/// for the store to say.
public record Seat(BondId bond, SeatHash hash) {}
