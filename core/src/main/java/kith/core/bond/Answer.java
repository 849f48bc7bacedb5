package kith.core.bond;

import java.util.Optional;

/// What one person wrote under the seal.
///
/// @param at the author's own time of sealing
/// @param words nothing if they could not be opened, or were taken back
/// @param withdrawn whether they were taken back
public record Answer(Moment at, Optional<String> words, boolean withdrawn) {
  /// UTF-16 code units; some 1,300 words, more than five minutes' worth, and less than a 64 KiB
  /// box.
  public static final int LONGEST_WORDS = 8000;

  /// An answer that was not taken back.
  public Answer(Moment at, Optional<String> words) {
    this(at, words, false);
  }

  Answer takenBack() {
    return new Answer(at, Optional.empty(), true);
  }
}
