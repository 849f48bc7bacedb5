package kith.wire;

import java.util.Optional;

/// Names a vault: the home of what one person keeps.
public record VaultId(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<VaultId> read(String text) {
    return Id.read(text).map(VaultId::new);
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
