package kith.crypto;

import java.util.Base64;

/// base64url without padding (RFC 4648, section 5): one text, one meaning.
public final class Base64Url {

  private Base64Url() {}

  /// The text of these bytes.
  public static String format(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The text of these bytes.
  public static String format(Bytes bytes) {
    return format(bytes.content());
  }

  /// The same text in UTF-8, for what is written without being read.
  public static byte[] encoded(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encode(bytes.content());
  }

  /// The bytes; refuses foreign letters, padding, and spare bits that are not zero.
  public static byte[] parse(String text) throws Rejected {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      Rejected.unless(format(bytes).equals(text));
      return bytes;
    } catch (IllegalArgumentException foreign) {
      throw new Rejected();
    }
  }
}
