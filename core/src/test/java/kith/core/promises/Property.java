package kith.core.promises;

/// The seven properties that hold for every history, as docs/model.md numbers them.
enum Property {
  ONE_FOLD(1, "both fold alike, whatever comes late, is lost, doubled or out of order"),
  PRIVATE(2, "what one keeps private the other cannot see"),
  BOTH_YES(3, "no ring opens without both yeses, past a rule, in repair or in rest"),
  SEALED(4, "no answer is seen before both are in, and none changes after"),
  TAKEN_BACK(5, "what was taken back is in no view"),
  FREE(6, "each can always pass, rest, step back, take back and end"),
  BOUNDED(7, "a view is no larger than what it shows");

  final int number;
  final String words;

  Property(int number, String words) {
    this.number = number;
    this.words = words;
  }
}
