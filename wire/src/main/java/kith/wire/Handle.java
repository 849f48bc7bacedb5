package kith.wire;

import java.util.Optional;

/// A client's own name for an entry: the same handle again is the same entry.
public record Handle(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<Handle> read(String text) {
    return Id.read(text).map(Handle::new);
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
