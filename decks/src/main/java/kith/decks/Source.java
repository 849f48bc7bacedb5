package kith.decks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The bytes of a deck's or a rater's file, before anything in them is understood.
final class Source {
  /// Bytes. The founding library in one language, all files together, is a tenth of it.
  static final int LARGEST = 1 << 20;

  private static final String AS_UTF8 = "Save it in a text editor as plain text in UTF-8.";

  private Source() {}

  /// Why these bytes are no text, if they are none.
  static Optional<Mistake> fault(String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return wrong(
          file,
          0,
          "This file has %,d bytes.".formatted(bytes.length),
          "A deck has at most %,d: make several of it, or look whether it is the right file."
              .formatted(LARGEST));
    }
    if (begins(bytes, 0xfe, 0xff) || begins(bytes, 0xff, 0xfe)) {
      return wrong(file, 1, "This file is written in UTF-16.", AS_UTF8);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return wrong(file, lineAt(bytes, i), "This is no text: it holds a zero byte.", AS_UTF8);
      }
    }
    return unreadable(file, bytes);
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static Optional<Mistake> unreadable(String file, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      decoder.decode(buffer);
      return Optional.empty();
    } catch (CharacterCodingException notUtf8) {
      return wrong(
          file, lineAt(bytes, buffer.position()), "This line is not written in UTF-8.", AS_UTF8);
    }
  }

  private static int lineAt(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static Optional<Mistake> wrong(String file, int line, String cause, String remedy) {
    return Optional.of(new Mistake(file, line, cause, remedy));
  }

  /// The text of bytes without fault; without the mark that some editors put at its beginning.
  static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
