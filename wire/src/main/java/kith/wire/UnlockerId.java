package kith.wire;

import java.util.Optional;

/// Names one way into a vault.
public record UnlockerId(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<UnlockerId> read(String text) {
    return Id.read(text).map(UnlockerId::new);
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
