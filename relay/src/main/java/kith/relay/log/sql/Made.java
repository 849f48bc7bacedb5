package kith.relay.log.sql;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import kith.wire.BondId;
import kith.wire.SeatHash;

/// For `kith bench` only: a bond with both seats taken, to be put straight into the tables, since a
/// million of them by the verbs would take longer than what is to be measured.
public record Made(BondId id, SeatHash seat0, SeatHash seat1) {
  /// Bytes of the one entry that each begins with.
  public static final int EVENT_BYTES = 1024;

  /// Bonds that are put in at a time.
  public static final int AT_ONCE = 20_000;

  /// How many, which, and who is told how many there are already.
  public record Many(int count, IntFunction<Made> which, IntConsumer told) {}
}
