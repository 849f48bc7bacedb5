package kith.wire;

import java.util.Optional;

/// Names one device's wish to be woken at fixed hours.
public record PushId(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<PushId> read(String text) {
    return Id.read(text).map(PushId::new);
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
