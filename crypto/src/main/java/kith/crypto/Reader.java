package kith.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/// Reads a record from front to back; refuses what is too short and what is left over.
final class Reader {

  private final byte[] bytes;
  private int at;

  Reader(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] take(int length) throws Rejected {
    Rejected.unless(length <= bytes.length - at);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  long u32() throws Rejected {
    return number(4);
  }

  long u64() throws Rejected {
    long value = number(8);
    Rejected.unless(value >= 0 && value <= Writer.MOST_U64);
    return value;
  }

  byte[] piece() throws Rejected {
    return take((int) number(2));
  }

  byte[] rest() throws Rejected {
    return take(bytes.length - at);
  }

  Reader expect(byte[] constant) throws Rejected {
    Rejected.unless(MessageDigest.isEqual(take(constant.length), constant));
    return this;
  }

  void end() throws Rejected {
    Rejected.unless(at == bytes.length);
  }

  private long number(int length) throws Rejected {
    long value = 0;
    for (byte one : take(length)) {
      value = value << 8 | (one & 0xff);
    }
    return value;
  }
}
