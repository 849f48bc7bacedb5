package kith.wire;

import java.util.Optional;

/// Names one record of a vault.
public record RecordId(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<RecordId> read(String text) {
    return Id.read(text).map(RecordId::new);
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
