package kith.crypto;

import java.io.ByteArrayOutputStream;

/// Writes a record from front to back, numbers big-endian.
final class Writer {

  /// The largest unsigned 32-bit number: generations, epochs and revisions end here.
  static final long MOST_U32 = 0xffff_ffffL;

  /// The largest whole number that both languages hold exactly.
  static final long MOST_U64 = (1L << 53) - 1;

  /// The longest piece that a two-byte length can announce.
  private static final int MOST_PIECE_BYTES = 0xffff;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  Writer bytes(byte[] bytes) {
    written.writeBytes(bytes);
    return this;
  }

  Writer u8(int value) {
    return bigEndian(value, 1, 0xff);
  }

  Writer u32(long value) {
    return bigEndian(value, 4, MOST_U32);
  }

  Writer u64(long value) {
    return bigEndian(value, 8, MOST_U64);
  }

  /// A piece with its two-byte length before it.
  Writer lp(byte[] piece) {
    if (piece.length > MOST_PIECE_BYTES) {
      throw new IllegalArgumentException("a piece has at most 65535 bytes");
    }
    return bigEndian(piece.length, 2, MOST_PIECE_BYTES).bytes(piece);
  }

  byte[] toArray() {
    return written.toByteArray();
  }

  private Writer bigEndian(long value, int length, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("a whole number from 0 to " + most + " is needed");
    }
    for (int at = length - 1; at >= 0; at--) {
      written.write((int) (value >>> (8 * at)));
    }
    return this;
  }
}
