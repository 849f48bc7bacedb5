package kith.crypto;

/// One's own answer, opened.
///
/// @param confirmed false: the bond's keys made it, but not this person: "not confirmed as written
///     by you"
public record OwnAnswer(String text, boolean confirmed) {

  /// Only whether it is confirmed: the words are private.
  @Override
  public String toString() {
    return "OwnAnswer[confirmed=" + confirmed + "]";
  }
}
