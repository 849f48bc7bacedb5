package kith.core.bond;

/// The numbers of the model, in one place. None is validated by research; each is a parameter.
///
/// @param lapseDays whole days after the day of drawing in which a card stays on the table. Whole
///     days of the relay, so that no clock of a person can move it, and so that it is the gate's
///     expiry exactly.
/// @param firstRing the ring that is open in a topic from the start (orientation, Altman & Taylor
///     1973)
public record Pace(int lapseDays, Ring firstRing) {
  /// The default: an unhurried correspondence. Seven days: a busy week passes without a word.
  public static final Pace WEEKS = new Pace(7, new Ring(Ring.OUTERMOST));

  /// The ring open from the start in `topic`; 0: the topic is closed. Love waits until both open
  /// it.
  int atFirst(Topic topic) {
    return topic == Topic.LOVE ? 0 : firstRing.depth();
  }
}
