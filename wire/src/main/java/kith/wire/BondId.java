package kith.wire;

import java.util.Optional;

/// Names a bond: two seats and one ordered list of entries.
public record BondId(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<BondId> read(String text) {
    return Id.read(text).map(BondId::new);
  }

  /// The 16 bytes.
  public byte[] bytes() {
    return id.bytes();
  }

  /// The base64url text.
  public String text() {
    return id.text();
  }
}
