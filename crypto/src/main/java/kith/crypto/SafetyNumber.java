package kith.crypto;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The later check of a bond: sixty digits that both devices show alike.
public final class SafetyNumber {

  /// Six groups of five digits for each person, five bytes for each group.
  private static final int GROUPS = 6;

  private static final int GROUP_BYTES = 5;

  private static final long GROUP_MODULUS = 100_000;

  private SafetyNumber() {}

  /// Both halves, the smaller first.
  public static String of(Bytes one, Bytes other) {
    return Stream.of(digits(one, Suite.KITH1), digits(other, Suite.KITH1))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /// One person's half: six groups of five digits.
  static String digits(Bytes fingerprint, Suite suite) {
    byte[] secret = fingerprint.exactly(Bytes.KEY, "a fingerprint");
    byte[] bytes = suite.derive(secret, "fingerprint", new byte[0], GROUPS * GROUP_BYTES);
    return IntStream.range(0, GROUPS)
        .mapToObj(
            group ->
                group(Arrays.copyOfRange(bytes, group * GROUP_BYTES, (group + 1) * GROUP_BYTES)))
        .collect(Collectors.joining(" "));
  }

  private static String group(byte[] bytes) {
    long value = 0;
    for (byte one : bytes) {
      value = value << 8 | (one & 0xff);
    }
    return String.format("%05d", value % GROUP_MODULUS);
  }
}
