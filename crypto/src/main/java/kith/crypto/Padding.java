package kith.crypto;

import java.util.Arrays;
import java.util.List;

/// Padding to a few sizes of whole boxes, so that a short answer looks like a longer one.
final class Padding {

  /// The two sizes of an event box.
  static final List<Integer> EVENT_SIZES = List.of(1024, 4096);

  /// The four sizes of a body.
  static final List<Integer> BODY_SIZES = List.of(1024, 4096, 16384, 65536);

  /// The byte that ends the text inside the padding; zeros follow.
  private static final byte END = (byte) 0x80;

  private Padding() {}

  /// Pads UTF-8 text so that text, end mark and `overhead` fill the smallest size they fit in.
  static byte[] pad(String text, int overhead, List<Integer> sizes) {
    return pad(Utf8.of(text), overhead, sizes);
  }

  /// Pads bytes in the same way.
  static byte[] pad(byte[] bytes, int overhead, List<Integer> sizes) {
    int size =
        sizes.stream()
            .filter(one -> bytes.length + 1 + overhead <= one)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the text is too long for one box"));
    byte[] padded = Arrays.copyOf(bytes, size - overhead);
    padded[bytes.length] = END;
    return padded;
  }

  /// Takes the padding off; refuses unless it is exactly an end mark and zeros.
  static String unpad(byte[] padded) throws Rejected {
    return Utf8.read(content(padded));
  }

  /// The bytes that were padded.
  static byte[] content(byte[] padded) throws Rejected {
    int at = padded.length - 1;
    while (at >= 0 && padded[at] == 0) {
      at--;
    }
    Rejected.unless(at >= 0 && padded[at] == END);
    return Arrays.copyOf(padded, at);
  }

  /// The most bytes of text that fit under `overhead` in the largest of `sizes`.
  static int mostText(int overhead, List<Integer> sizes) {
    return sizes.getLast() - overhead - 1;
  }
}
