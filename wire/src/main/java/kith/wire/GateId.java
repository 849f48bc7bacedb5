package kith.wire;

import java.util.Optional;

/// Names a gate of a bond: two deposits under one gate open together.
public record GateId(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<GateId> read(String text) {
    return Id.read(text).map(GateId::new);
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
