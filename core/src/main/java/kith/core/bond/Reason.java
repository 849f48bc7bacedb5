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
  WORDS_TOO_LONG("words-too-long"),
  /// The bond rests.
  RESTING("resting"),
  /// The bond does not rest.
  NOT_RESTING("not-resting"),
  /// The bond has ended.
  ENDED("ended"),
  /// An offer or a question lies on the table already.
  OFFER_ON_TABLE("offer-on-table"),
  /// An offer and a question are in one's own words.
  NOT_ONES_OWN("not-ones-own"),
  /// This question was passed not long ago.
  ASKED_BEFORE("asked-before"),
  /// Too soon after the last.
  TOO_SOON("too-soon"),
  /// Enough deep exchanges for one day.
  TOO_FAST("too-fast"),
  /// The other has shared less; let them come closer first.
  TOO_MUCH("too-much"),
  /// There is nothing of one's own there.
  NOTHING_THERE("nothing-there"),
  /// The answer was taken back, so there is nothing to respond to.
  TAKEN_BACK("taken-back"),
  /// The topic is not open that deep.
  NOT_DEEPER("not-deeper"),
  /// There is no ring deeper than this.
  INNERMOST("innermost"),
  /// It is not the next ring.
  NOT_NEXT_RING("not-next-ring"),
  /// Too few settled exchanges.
  TOO_FEW_SETTLED("too-few-settled"),
  /// Too few topics are open as deep: breadth before depth.
  TOO_NARROW("too-narrow"),
  /// Something that went amiss is not mended, or not for long.
  REPAIR_OPEN("repair-open"),
  /// There is nothing to mend.
  NOTHING_TO_MEND("nothing-to-mend"),
  /// This misstep has been told.
  TOLD_BEFORE("told-before"),
  /// It is for the other to say this.
  FOR_THE_OTHER("for-the-other"),
  /// Said already, or something comes before it.
  NOT_YET("not-yet"),
  /// There is no evening together.
  NO_EVENING("no-evening"),
  /// The evening together goes on already.
  EVENING_ALREADY("evening-already"),
  /// Not both have said yes.
  NOT_BOTH("not-both"),
  /// Not both speak this version.
  VERSION_UNKNOWN("version-unknown"),
  /// What was shared has not landed well of late; known to oneself only.
  NOT_LANDED_WELL("not-landed-well"),
  /// Comfortable and free to say no today? Not asked yet today; known to oneself only.
  COMFORT_NOT_ASKED("comfort-not-asked"),
  /// Not comfortable, or not free to say no, today; known to oneself only.
  NOT_COMFORTABLE("not-comfortable"),
  /// Lighter for a while; known to oneself only.
  STRAINED("strained"),
  /// This person could not say no without fear; known to oneself only.
  NOT_SAFE("not-safe");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /// Its name on the border.
  public String word() {
    return word;
  }
}
