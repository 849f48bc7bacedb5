package kith.core.person;

import java.util.List;
import kith.core.bond.Reason;

/// A softer way, where a guard holds something back.
public enum Softer {
  /// Write it, and keep it in the drawer.
  KEEP_SAFE("keep-safe"),
  /// Offer it as a first step.
  FIRST_STEP("first-step"),
  /// Say less, or say it gentler.
  SOFTEN("soften"),
  /// Wait a little.
  WAIT("wait"),
  /// Let the other come closer first.
  LET_THEM_COME("let-them-come"),
  /// Choose something else.
  CHOOSE_ANOTHER("choose-another");

  private final String word;

  Softer(String word) {
    this.word = word;
  }

  /// Its name on the border.
  public String word() {
    return word;
  }

  /// The softer ways around `reason`; none where it is no guard.
  public static List<Softer> around(Reason reason) {
    return switch (reason) {
      case RING_CLOSED -> List.of(KEEP_SAFE, FIRST_STEP, SOFTEN);
      case TOO_SOON -> List.of(WAIT, KEEP_SAFE, SOFTEN);
      case TOO_MUCH -> List.of(LET_THEM_COME, KEEP_SAFE, SOFTEN);
      case TOO_FAST -> List.of(WAIT, CHOOSE_ANOTHER);
      case ASKED_BEFORE -> List.of(CHOOSE_ANOTHER, LET_THEM_COME);
      default -> List.of();
    };
  }
}
