package kith.lab.world;

import java.util.Locale;

/// What must hold in every run, whatever happens to the network, the clocks, the devices and the
/// relay. From docs/model.md (the seven properties) and docs/threat-model.md.
enum Property {
  /// Words are seen by the other only if their author sealed them for that card.
  OWN_WORDS("What opens is what its owner sealed there."),
  /// Taken back before it opened, with the relay's acknowledgement, is never seen.
  TAKEN_BACK("What was taken back is in no view."),
  /// An opening is for both, at the same place.
  BOTH_OR_NEITHER("An exchange opens for both or for neither."),
  /// The relay opens only what both have deposited and neither has removed.
  GATE("A gate opens only what both have put there."),
  /// What was acknowledged stays where it was acknowledged.
  NOTHING_LOST("Nothing that was acknowledged is lost or changed."),
  /// Two who have read the same see the same.
  SAME_VIEW("Two who have read the same see the same."),
  /// No request carries a word that can be read.
  BLIND("The relay is given no words."),
  /// An honest relay alarms nobody, and no act fails for good.
  NOBODY_STUCK("Nobody is stuck."),
  /// A ring opens only where both have said yes.
  BOTH_YES("A ring opens only by both yeses."),
  /// A relay that lies is found out, or its lie has no effect.
  LIE_FOUND("A lying relay is detected.");

  private final String sentence;

  Property(String sentence) {
    this.sentence = sentence;
  }

  /// What it says.
  public String sentence() {
    return sentence;
  }

  /// Its name in traces.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
