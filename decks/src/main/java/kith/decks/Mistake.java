package kith.decks;

/// What is wrong in a deck file, so that whoever wrote it can mend it.
///
/// @param file as it was given
/// @param line counted from 1; 0 when it concerns the whole file
/// @param cause one plain sentence
/// @param remedy what to do about it, one plain sentence
record Mistake(String file, int line, String cause, String remedy) {
  /// `everyday.md:12: cause Remedy`.
  @Override
  public String toString() {
    String where = line == 0 ? file : file + ":" + line;
    return "%s: %s %s".formatted(where, cause, remedy);
  }
}
