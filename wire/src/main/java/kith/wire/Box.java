package kith.wire;

import java.util.Arrays;

/// Opaque bytes. Equal when the bytes are equal; never printed.
public final class Box {
  private final byte[] bytes;

  /// A box of these bytes (copied).
  public Box(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// How many bytes there are.
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Box[" + bytes.length + " bytes]";
  }
}
