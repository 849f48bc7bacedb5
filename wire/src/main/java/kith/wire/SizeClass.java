package kith.wire;

import java.util.Arrays;
import java.util.Optional;

/// The only lengths that a box may have, overhead included, so that a length says next to nothing.
enum SizeClass {
  ONE_KIB(1024),
  FOUR_KIB(4096),
  SIXTEEN_KIB(16_384),
  SIXTY_FOUR_KIB(65_536);

  private final int bytes;

  SizeClass(int bytes) {
    this.bytes = bytes;
  }

  /// The length in bytes.
  int bytes() {
    return bytes;
  }

  /// The class with exactly this length; empty when there is none.
  static Optional<SizeClass> of(int length) {
    return Arrays.stream(values()).filter(size -> size.bytes == length).findFirst();
  }
}
