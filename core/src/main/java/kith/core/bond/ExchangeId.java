package kith.core.bond;

/// The name of an exchange: 16 random bytes, as 22 characters of base64url without padding (RFC
/// 4648, section 5), in the one form whose unused last bits are zero.
public record ExchangeId(String text) {
  private static final int LENGTH = 22;
  private static final String LAST = "AQgw";

  public ExchangeId {
    if (!fits(text)) {
      throw new IllegalArgumentException("an exchange is named by 16 bytes in base64url");
    }
  }

  /// Whether `text` is such a name.
  public static boolean fits(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH - 1; i++) {
      if (!digit(text.charAt(i))) {
        return false;
      }
    }
    return LAST.indexOf(text.charAt(LENGTH - 1)) >= 0;
  }

  private static boolean digit(char unit) {
    return (unit >= 'A' && unit <= 'Z')
        || (unit >= 'a' && unit <= 'z')
        || (unit >= '0' && unit <= '9')
        || unit == '-'
        || unit == '_';
  }
}
