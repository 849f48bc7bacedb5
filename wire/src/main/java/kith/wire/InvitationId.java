package kith.wire;

import java.util.Optional;

/// Names an invitation; whoever knows it may read and accept it.
public record InvitationId(Id id) {
  /// Reads base64url text; empty when it is not 16 bytes.
  public static Optional<InvitationId> read(String text) {
    return Id.read(text).map(InvitationId::new);
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
