package kith.wire;

/// What one seat says at one vote gate for one tick epoch: a tag for each counter that the other
/// seat may have reached, and the box to show if both say yes. A yes and anything else look alike.
///
/// @param tags [Limits#VOTE_COUNTERS] tags of [Limits#TAG_BYTES] each, joined
/// @param box exactly [Limits#VOTE_BOX_BYTES]
public record Vote(Box tags, Box box) {
  /// Bytes of all tags of one vote.
  public static final int TAGS_BYTES = Limits.VOTE_COUNTERS * Limits.TAG_BYTES;

  /// Checks the lengths.
  public static Checked<Vote> check(Box tags, Box box) {
    if (tags.length() != TAGS_BYTES) {
      return new Checked.Bad<>("tags", "must be exactly %d bytes".formatted(TAGS_BYTES));
    }
    if (box.length() != Limits.VOTE_BOX_BYTES) {
      return new Checked.Bad<>("box", "must be exactly %d bytes".formatted(Limits.VOTE_BOX_BYTES));
    }
    return new Checked.Good<>(new Vote(tags, box));
  }
}
