package kith.wire;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Sixteen bytes drawn at random by a client: the name of a bond, a gate, an entry or an
/// invitation. Two ids with the same bytes are equal.
public record Id(long high, long low) {
  /// How long an id is, in bytes.
  public static final int LENGTH = 16;

  /// The id with these bytes; empty unless there are exactly 16.
  public static Optional<Id> of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return Optional.of(new Id(buffer.getLong(), buffer.getLong()));
  }

  /// The id written as base64url (22 characters); empty when it is not one.
  public static Optional<Id> read(String text) {
    return Base64Url.read(text).flatMap(Id::of);
  }

  /// The 16 bytes.
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  /// The base64url text, 22 characters.
  public String text() {
    return Base64Url.write(bytes());
  }
}
