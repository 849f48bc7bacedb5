package kith.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/// Bytes that do not change and are not secret: an id, a public key, a hash, a box.
public final class Bytes {

  /// Length in bytes of every id: account, bond, exchange, unlocker, handle, gate, invitation.
  public static final int ID = 16;

  /// Length in bytes of every key and of every SHA-256 hash.
  public static final int KEY = 32;

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// A copy of these bytes.
  public static Bytes of(byte... content) {
    return new Bytes(content.clone());
  }

  /// These bytes themselves, which nobody else may have.
  static Bytes own(byte[] content) {
    return new Bytes(content);
  }

  public int length() {
    return content.length;
  }

  /// A copy that the caller may change.
  public byte[] toArray() {
    return content.clone();
  }

  /// For whoever in here only reads them, and keeps none.
  byte[] content() {
    return content;
  }

  /// These bytes, if there are exactly `length` of them; a caller's mistake otherwise.
  byte[] exactly(int length, String what) {
    if (content.length != length) {
      throw new IllegalArgumentException(what + " must be " + length + " bytes");
    }
    return toArray();
  }

  byte[] id(String what) {
    return exactly(ID, what);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && MessageDigest.isEqual(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// The length only: a box may have been opened.
  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
