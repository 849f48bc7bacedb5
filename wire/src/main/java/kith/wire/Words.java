package kith.wire;

import org.jspecify.annotations.Nullable;

/// The part of an entry that can be taken back: the body (one of the four sizes) and the key record
/// that lets the other one open it (65 bytes). A key record may come without a body: then it opens
/// one that came before.
public record Words(@Nullable Box body, Box key) {
  /// How many bytes the boxes hold together.
  int length() {
    return (body == null ? 0 : body.length()) + key.length();
  }
}
