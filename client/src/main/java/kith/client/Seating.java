package kith.client;

import java.util.Objects;
import kith.core.json.Json;
import kith.crypto.Bytes;

/// The capability by which this seat is reached: taking a new one, and finding the one that counts
/// when several devices of one person asked for new ones at once.
final class Seating {

  static final String NOT_PERMITTED = "not-permitted";

  private final Relay relay;

  Seating(Relay relay) {
    this.relay = relay;
  }

  /// The record with the capability that opens this seat, if it is one that some device of mine
  /// has asked for.
  Kept found(Kept record) throws Unreachable, Problem {
    for (Bytes each : Renewing.capabilities(record)) {
      Kept tried = record.with("capability", each);
      try {
        relay.read(tried, record.number("head"));
        return tried;
      } catch (Problem no) {
        if (!no.name().equals(NOT_PERMITTED)) {
          throw no;
        }
      }
    }
    return record;
  }

  /// A new capability for this seat: kept beside the old one until the relay has it.
  Kept renewed(Kept record, Syncing.Keeping keep) throws Unreachable, Problem {
    Kept renewal = Renewing.renewal(record);
    if (!renewal.has("capability")) {
      return record;
    }
    Bytes next = renewal.bytes("capability");
    rotated(record, next);
    return keep.keep(
        record
            .with("capability", next)
            .with("renewal", renewal.with("capability", new Json.Null())));
  }

  /// Perhaps only the answer was lost, or another device of mine was first: then what that one had
  /// asked for opens the seat.
  private void rotated(Kept record, Bytes next) throws Unreachable, Problem {
    Problem refusal = null;
    for (Bytes each : Renewing.capabilities(record)) {
      try {
        relay.rotate(record.with("capability", each), next);
        return;
      } catch (Problem no) {
        if (!no.name().equals(NOT_PERMITTED)) {
          throw no;
        }
        refusal = no;
      }
    }
    throw Objects.requireNonNull(refusal, "one capability is always known");
  }
}
