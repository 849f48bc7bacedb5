package kith.crypto;

import java.security.MessageDigest;

/// A secret of 32 bytes. It compares in constant time and never shows itself in text.
public final class Secret {

  private final byte[] content;

  private Secret(byte[] content) {
    this.content = content;
  }

  /// A copy of exactly 32 bytes.
  public static Secret of(byte... content) {
    if (content.length != Bytes.KEY) {
      throw new IllegalArgumentException("a secret is " + Bytes.KEY + " bytes");
    }
    return new Secret(content.clone());
  }

  /// A copy, for a vault to keep; the caller answers for it.
  public byte[] toArray() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(content, secret.content);
  }

  /// The same for all: even 32 bits of a secret would be too many.
  @Override
  public int hashCode() {
    return Bytes.KEY;
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
