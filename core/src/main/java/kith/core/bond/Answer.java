package kith.core.bond;

import java.util.Optional;

/// What one person wrote under the seal.
///
/// @param at the author's own time of sealing
/// @param words nothing if they could not be opened
public record Answer(Moment at, Optional<String> words) {
  /// UTF-16 code units; some 1,300 words, more than five minutes' worth, and less than a 64 KiB
  /// box.
  public static final int LONGEST_WORDS = 8000;
}
