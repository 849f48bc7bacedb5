package kith.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// SHA-256 of a seat's [Capability] (FIPS 180-4), 32 bytes: all that the relay knows of it.
public final class SeatHash {
  /// How long a seat hash is, in bytes.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private SeatHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash of a capability's bytes.
  static SeatHash of(byte[] capability) {
    try {
      return new SeatHash(MessageDigest.getInstance("SHA-256").digest(capability));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException("this Java lacks SHA-256", everyJavaHasIt);
    }
  }

  /// A hash that was stored or sent; empty unless there are exactly 32 bytes.
  public static Optional<SeatHash> stored(byte[] bytes) {
    return bytes.length == LENGTH ? Optional.of(new SeatHash(bytes.clone())) : Optional.empty();
  }

  /// Reads base64url text; empty when it is not 32 bytes.
  public static Optional<SeatHash> read(String text) {
    return Base64Url.read(text).flatMap(SeatHash::stored);
  }

  /// Whether these are the same 32 bytes, in a time that does not depend on where they differ.
  public boolean matches(SeatHash other) {
    return MessageDigest.isEqual(bytes, other.bytes);
  }

  /// A copy of the 32 bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The base64url text.
  public String text() {
    return Base64Url.write(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeatHash that && matches(that);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SeatHash[not shown]";
  }
}
