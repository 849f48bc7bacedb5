package kith.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// AES-GCM breaks when a nonce is used twice under one key. Ours are random, 96 bits, from the
/// system's generator, on every device anew: no counter that a copied profile would repeat.
class NoncesTest {

  /// D26 of the list of dangers: far more boxes than one key ever seals.
  private static final int BOXES = 1_000_000;

  private static final int WORD = 8;

  /// The first eight of twelve bytes: if these never repeat, the whole never does. Among a million
  /// random ones a repetition has a chance of one in thirty million.
  private static long beginning(byte[] box) {
    long beginning = 0;
    for (byte each : Arrays.copyOf(box, WORD)) {
      beginning = (beginning << Byte.SIZE) | (each & 0xff);
    }
    return beginning;
  }

  @Test
  void a_million_boxes_under_one_key_have_a_million_nonces() {
    byte[] key = Suite.KITH1.newSecret().toArray();
    byte[] text = new byte[1];
    long[] all =
        IntStream.range(0, BOXES)
            .parallel()
            .mapToLong(at -> beginning(Suite.KITH1.seal(key, text, text)))
            .toArray();
    Arrays.sort(all);
    for (int at = 1; at < all.length; at++) {
      assertThat(all[at] == all[at - 1]).as("box %d", at).isFalse();
    }
  }

  /// Two devices that are copies of one another, to the byte, seal the same words.
  @Test
  void two_copies_of_one_device_make_no_box_twice() {
    Secret key = Suite.KITH1.newSecret();
    Bond one = new Bond(Bytes.of(new byte[Bytes.ID]), List.of(key));
    Bond copy = new Bond(Bytes.of(new byte[Bytes.ID]), List.of(key));
    Events.Place place = new Events.Place(Bytes.of(new byte[Bytes.ID]), Seat.INVITER);
    Set<Bytes> boxes = new HashSet<>();
    int made = 1000;
    for (int at = 0; at < made; at++) {
      boxes.add(new Events().seal(one, place, "{\"v\":1}"));
      boxes.add(new Events().seal(copy, place, "{\"v\":1}"));
    }
    assertThat(boxes).hasSize(2 * made);
  }
}
