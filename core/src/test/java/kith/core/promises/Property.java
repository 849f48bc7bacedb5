package kith.core.promises;

/// The seven properties that hold for every history, as docs/model.md numbers them.
enum Property {
  ONE_FOLD("both fold alike, whatever comes late, is lost, doubled or out of order"),
  PRIVATE("what one keeps private the other cannot see"),
  BOTH_YES("no ring opens without both yeses, past a rule, in repair or in rest"),
  SEALED("no answer is seen before both are in, and none changes after"),
  TAKEN_BACK("what was taken back is in no view"),
  FREE("each can always pass, rest, step back, take back and end"),
  BOUNDED("a view is no larger than what it shows");

  final String words;

  Property(String words) {
    this.words = words;
  }
}
