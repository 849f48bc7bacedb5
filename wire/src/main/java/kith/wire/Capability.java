package kith.wire;

import java.security.MessageDigest;
import java.util.Optional;

/// The secret that opens one seat of a bond: 32 random bytes, held by the seat's owner and sent as
/// `Authorization: Bearer`. The relay keeps only its [SeatHash]. Never printed.
public final class Capability {
  /// How long a capability is, in bytes.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Capability(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A capability with these bytes; empty unless there are exactly 32.
  public static Optional<Capability> of(byte[] bytes) {
    return bytes.length == LENGTH ? Optional.of(new Capability(bytes.clone())) : Optional.empty();
  }

  /// Reads base64url text; empty when it is not 32 bytes.
  public static Optional<Capability> read(String text) {
    return Base64Url.read(text).flatMap(Capability::of);
  }

  /// What the relay keeps: SHA-256 of the 32 bytes.
  public SeatHash seatHash() {
    return SeatHash.of(bytes);
  }

  /// The base64url text, for the header. Take care where it goes.
  public String text() {
    return Base64Url.write(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Capability that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return seatHash().hashCode();
  }

  @Override
  public String toString() {
    return "Capability[not shown]";
  }
}
