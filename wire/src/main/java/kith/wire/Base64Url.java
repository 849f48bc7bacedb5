package kith.wire;

import java.util.Base64;
import java.util.Optional;

/// Bytes as text on the wire: base64url without padding (RFC 4648, section 5). Strict: one array of
/// bytes has exactly one text, so that an id cannot be written in two ways.
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private Base64Url() {}

  /// The text for `bytes`.
  public static String write(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /// The bytes for `text`; empty when the text is padded, not base64url, or has stray last bits.
  public static Optional<byte[]> read(String text) {
    if (text.indexOf('=') >= 0) {
      return Optional.empty();
    }
    try {
      byte[] bytes = DECODER.decode(text);
      return strayBits(text, bytes) ? Optional.empty() : Optional.of(bytes);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static boolean strayBits(String text, byte[] bytes) {
    int rest = bytes.length % 3;
    if (rest == 0) {
      return false;
    }
    byte[] tail = new byte[rest];
    System.arraycopy(bytes, bytes.length - rest, tail, 0, rest);
    return !text.endsWith(write(tail));
  }
}
