package kith.crypto;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The recovery code: 32 random bytes as two lines to be printed, seven groups of four each.
///
/// The letters are Crockford's base32: no I, L, O or U, and who types I or L for 1, or O for 0,
/// is understood. Each line carries 16 bytes in 26 characters and two characters of a check.
public record RecoveryCode(Secret secret) {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LINE_BYTES = Bytes.KEY / 2;

  private static final int CHECKED = 26;

  private static final int LINE_CHARACTERS = 28;

  private static final int GROUP = 4;

  private static final int BITS = 5;

  /// Which line of a sheet says whose it is.
  private static final int ACCOUNT_LINE = 3;

  /// A new code.
  public static RecoveryCode make(Suite suite) {
    return new RecoveryCode(suite.newSecret());
  }

  /// The two lines, in groups of four.
  public List<String> lines() {
    return List.of(line(1), line(2));
  }

  /// The code of two lines, as they were typed.
  public static RecoveryCode read(String first, String second) throws Rejected {
    byte[] one = bytes(1, first).orElseThrow(Rejected::new);
    byte[] two = bytes(2, second).orElseThrow(Rejected::new);
    return new RecoveryCode(Secret.of(new Writer().bytes(one).bytes(two).toArray()));
  }

  /// Whether this can be line 1 or 2 of a code: a slip in writing it off shows here.
  public static boolean fits(int line, String typed) {
    return bytes(line, typed).isPresent();
  }

  /// The account's id as the first line of a sheet: nothing secret, but without it nobody finds
  /// the way to the account from a new device. It is written as a line of a code is, as line 3.
  public static String accountLine(Bytes account) {
    return line(ACCOUNT_LINE, account.id("an account id"));
  }

  /// The account's id of that line, as it was typed.
  public static Bytes readAccountLine(String typed) throws Rejected {
    return Bytes.of(bytes(ACCOUNT_LINE, typed).orElseThrow(Rejected::new));
  }

  private String line(int number) {
    byte[] half = new byte[LINE_BYTES];
    System.arraycopy(secret.toArray(), (number - 1) * LINE_BYTES, half, 0, LINE_BYTES);
    return line(number, half);
  }

  private static String line(int number, byte[] half) {
    String letters = letters(half);
    String whole = letters + check(number, letters);
    return IntStream.range(0, LINE_CHARACTERS / GROUP)
        .mapToObj(group -> whole.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining(" "));
  }

  /// 16 bytes and two zero bits as 26 letters.
  private static String letters(byte[] half) {
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < CHECKED * BITS; at += BITS) {
      int value = 0;
      for (int bit = at; bit < at + BITS; bit++) {
        value = (value << 1) | bit(half, bit);
      }
      letters.append(LETTERS.charAt(value));
    }
    return letters.toString();
  }

  private static int bit(byte[] bytes, int at) {
    return at < bytes.length * Byte.SIZE
        ? (bytes[at / Byte.SIZE] >> (Byte.SIZE - 1 - at % Byte.SIZE)) & 1
        : 0;
  }

  /// The first ten bits of H(lab("recovery") || u8 line || the 26 letters), as two letters.
  private static String check(int number, String letters) {
    byte[] line = new Writer().u8(number).bytes(Utf8.of(letters)).toArray();
    byte[] hash = Suite.hash(Suite.KITH1.lab("recovery"), line);
    int ten = ((hash[0] & 0xff) << 2) | ((hash[1] & 0xff) >> 6);
    return "" + LETTERS.charAt(ten >> BITS) + LETTERS.charAt(ten & ((1 << BITS) - 1));
  }

  private static Optional<byte[]> bytes(int number, String typed) {
    String letters = understood(typed);
    if (letters.length() != LINE_CHARACTERS
        || letters.chars().anyMatch(letter -> LETTERS.indexOf(letter) < 0)) {
      return Optional.empty();
    }
    String checked = letters.substring(0, CHECKED);
    byte[] half = half(checked);
    boolean right = letters(half).equals(checked) && letters.endsWith(check(number, checked));
    return right ? Optional.of(half) : Optional.empty();
  }

  private static String understood(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}-]+", "")
        .replace('I', '1')
        .replace('L', '1')
        .replace('O', '0');
  }

  private static byte[] half(String letters) {
    byte[] half = new byte[LINE_BYTES];
    for (int at = 0; at < half.length * Byte.SIZE; at++) {
      int value = LETTERS.indexOf(letters.charAt(at / BITS));
      int bit = (value >> (BITS - 1 - at % BITS)) & 1;
      half[at / Byte.SIZE] |= (byte) (bit << (Byte.SIZE - 1 - at % Byte.SIZE));
    }
    return half;
  }

  /// Not the code.
  @Override
  public String toString() {
    return "RecoveryCode[hidden]";
  }
}
