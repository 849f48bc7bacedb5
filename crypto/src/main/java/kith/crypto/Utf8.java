package kith.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// Strict UTF-8: nothing is replaced, in either direction.
final class Utf8 {

  private Utf8() {}

  /// Half a surrogate pair is a caller's mistake.
  static byte[] of(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException halfAPair) {
      throw new IllegalArgumentException("the text has half a surrogate pair", halfAPair);
    }
  }

  /// In normal form NFC: names and prompts are the same however they were typed.
  static byte[] nfc(String text) {
    return of(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  static String read(byte[] bytes) throws Rejected {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Rejected();
    }
  }
}
