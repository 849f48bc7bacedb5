package kith.core.bond;

/// Why something is refused: a name, never a sentence; the words for people live with the screens.
public enum Reason {
  /// The text is not what it should be; the detail says where.
  MALFORMED("malformed"),
  /// The entry was taken before.
  ENTRY_ALREADY_TAKEN("entry-already-taken"),
  /// An entry before this one has not been taken.
  ENTRY_MISSING("entry-missing"),
  /// A card lies on the table already.
  CARD_ON_TABLE("card-on-table"),
  /// The exchange is not on the table: never drawn, swapped, lapsed or opened; deliberately one
  /// name.
  NOT_ON_TABLE("not-on-table"),
  /// The exchange has been used before.
  EXCHANGE_KNOWN("exchange-known"),
  /// The topic is closed.
  TOPIC_CLOSED("topic-closed"),
  /// The prompt is deeper than the open ring of its topic.
  RING_CLOSED("ring-closed"),
  /// The deck has no such prompt.
  PROMPT_UNKNOWN("prompt-unknown"),
  /// The exchange is not open.
  NOT_OPENED("not-opened"),
  /// I have responded already.
  ALREADY_RESPONDED("already-responded"),
  /// The other's answer could not be opened, so there is nothing to respond to.
  ANSWER_UNREADABLE("answer-unreadable"),
  /// Nothing was said.
  WORDS_MISSING("words-missing"),
  /// More words than there is room for.
  WORDS_TOO_LONG("words-too-long");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /// Its name on the border.
  public String word() {
    return word;
  }
}
