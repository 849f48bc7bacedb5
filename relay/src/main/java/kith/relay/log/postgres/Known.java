package kith.relay.log.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kith.relay.log.Seat;
import kith.relay.log.sql.Bonds;
import kith.relay.log.sql.Bonds.Present;
import kith.wire.BondId;

/// The bonds that were found, and who may act in them.
final class Known {
  /// What [#read] reads, of `bonds`.
  static final String COLUMNS = Bonds.COLUMNS + ", id";

  /// The first column after them.
  static final int NEXT = 9;

  private final Map<BondId, Bonds.Row> found = new HashMap<>();

  /// A bond as it stands.
  record Bond(BondId id, Bonds.Row row) {}

  /// Out of [#COLUMNS].
  static Bond read(ResultSet row) throws SQLException {
    return new Bond(new BondId(Ids.read(row, NEXT - 1)), Bonds.Row.read(row));
  }

  void add(Bond bond) {
    found.put(bond.id(), bond.row());
  }

  /// The member that this seat is; empty for an unknown bond and a wrong capability alike.
  Optional<Present> present(Seat seat) {
    return Bonds.opened(Optional.ofNullable(found.get(seat.bond())), seat.hash());
  }
}
