package kith.wire;

import org.jspecify.annotations.Nullable;

/// One author's share of an entry: an event box of 1 or 4 KiB and, where there are words, the
/// words.
public record Parts(Box event, @Nullable Words words) {

  /// Checks the lengths; `body` and `key` are null when absent. A refusal names the part at fault.
  public static Checked<Parts> check(Box event, @Nullable Box body, @Nullable Box key) {
    if (SizeClass.of(event.length()).isEmpty() || event.length() > Limits.EVENT_BYTES) {
      return new Checked.Bad<>("event", "must be exactly 1024 or 4096 bytes");
    }
    if (body == null && key == null) {
      return new Checked.Good<>(new Parts(event, null));
    }
    if (body == null) {
      return new Checked.Bad<>("body", "must come together with key");
    }
    if (key == null) {
      return new Checked.Bad<>("key", "must come together with body");
    }
    return checkWords(event, new Words(body, key));
  }

  private static Checked<Parts> checkWords(Box event, Words words) {
    if (SizeClass.of(words.body().length()).isEmpty()) {
      return new Checked.Bad<>("body", "must be exactly 1024, 4096, 16384 or 65536 bytes");
    }
    if (words.key().length() != Limits.KEY_BYTES) {
      return new Checked.Bad<>("key", "must be exactly 65 bytes");
    }
    return new Checked.Good<>(new Parts(event, words));
  }

  /// How many bytes the boxes hold together.
  public int length() {
    return event.length() + (words == null ? 0 : words.body().length() + words.key().length());
  }
}
