package kith.relay.log.postgres;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import kith.wire.BondId;
import kith.wire.Id;

/// Ids out of their columns, and the numbers that follow from them.
final class Ids {
  private Ids() {}

  /// The number of the bond with this id, as the tables make it: the first 8 bytes of the SHA-256
  /// of its 16 bytes (FIPS 180-4), big-endian. So what stands under a number can be asked for in
  /// the same trip as the bond.
  static long number(BondId bond) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(hash.digest(bond.id().bytes())).getLong();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException("this Java lacks SHA-256", everyJavaHasIt);
    }
  }

  static Id read(ResultSet row, int column) throws SQLException {
    return Id.of(row.getBytes(column))
        .orElseThrow(() -> new SQLException("an id of a wrong length"));
  }
}
