package kith.wire;

import org.jspecify.annotations.Nullable;

/// One author's share of an entry: an event box of 1 or 4 KiB and, where there are words, the
/// words; once they are taken back, a sealed tombstone in their place.
public record Parts(Box event, @Nullable Words words, @Nullable Box tombstone) {
  /// Words and a tombstone exclude each other.
  public Parts {
    if (words != null && tombstone != null) {
      throw new IllegalArgumentException("words that were taken back are gone");
    }
  }

  /// As they are sent: not taken back.
  public Parts(Box event, @Nullable Words words) {
    this(event, words, null);
  }

  /// Checks the lengths; `body` and `key` are null when absent. A refusal names the part at fault.
  public static Checked<Parts> check(Box event, @Nullable Box body, @Nullable Box key) {
    if (SizeClass.of(event.length()).isEmpty() || event.length() > Limits.EVENT_BYTES) {
      return new Checked.Bad<>("event", "must be exactly 1024 or 4096 bytes");
    }
    if (body == null && key == null) {
      return new Checked.Good<>(new Parts(event, null));
    }
    if (key == null) {
      return new Checked.Bad<>("key", "must come with a body");
    }
    if (body != null && SizeClass.of(body.length()).isEmpty()) {
      return new Checked.Bad<>("body", "must be exactly 1024, 4096, 16384 or 65536 bytes");
    }
    if (key.length() != Limits.KEY_BYTES) {
      return new Checked.Bad<>("key", "must be exactly 65 bytes");
    }
    return new Checked.Good<>(new Parts(event, new Words(body, key)));
  }

  /// Whether a box may have this length: one of the padded sizes.
  public static boolean padded(int length) {
    return SizeClass.of(length).isPresent();
  }

  /// Whether this is an event of the smallest size and nothing else.
  public boolean small() {
    return words == null && tombstone == null && event.length() == Limits.SMALL_BYTES;
  }

  /// How many bytes the boxes hold together.
  public int length() {
    int words = this.words == null ? 0 : this.words.length();
    return event.length() + words + (tombstone == null ? 0 : tombstone.length());
  }
}
