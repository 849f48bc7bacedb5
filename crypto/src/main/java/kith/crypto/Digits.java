package kith.crypto;

import java.math.BigInteger;

/// Twelve digits to say aloud: one chance in 10^12 for someone in the middle, and short enough.
final class Digits {

  private static final BigInteger MODULUS = BigInteger.TEN.pow(12);

  private Digits() {}

  /// Of eight derived bytes: three groups of four.
  static String twelve(byte[] derived) {
    String digits = String.format("%012d", new BigInteger(1, derived).mod(MODULUS));
    return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
  }
}
