package kith.relay.log.sql;

import kith.relay.log.Requests;
import kith.wire.BondId;
import kith.wire.Id;

/// A verb to be done in a transaction: the request itself, what it belongs to, about how many
/// bytes it brings, and how to do it one by one.
public record Work<T>(Object request, Home home, long bytes, Operation<T> operation) {
  /// Whether it is a safety verb: one that takes something of one's own back, and must not be kept
  /// from anyone by a full disk.
  public boolean safety() {
    return switch (request) {
      case Requests.Withdraw _, Requests.End _ -> true;
      case Requests.Deposit deposit -> deposit.parts() == null;
      case Requests.Append append -> append.reserved() && append.parts().small();
      default -> false;
    };
  }

  private static final Home NOWHERE = new Home.OfBond(new BondId(new Id(0, 0)));

  /// Nothing to do, but it wakes a thread that waits for work.
  public static Work<Integer> nothing() {
    return new Work<>("nothing", NOWHERE, 0, turn -> Turn.done(turn.today()));
  }
}
