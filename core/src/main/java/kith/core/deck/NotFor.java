package kith.core.deck;

/// Times and people for whom a prompt is the wrong one.
public enum NotFor implements Named {
  /// Someone close has died, or is dying.
  GRIEF("grief"),
  /// One of the two is ill or in lasting pain.
  ILLNESS("illness"),
  /// Eating is a struggle.
  EATING("eating"),
  /// Work was lost, or cannot be done, or money is short.
  WORK("work"),
  /// Something stands between the two just now.
  CONFLICT("conflict"),
  /// The two are not in one place.
  DISTANCE("distance"),
  /// There is a break with the family one comes from.
  ESTRANGEMENT("estrangement"),
  /// A love has just ended.
  PARTING("parting");

  private final String word;

  NotFor(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
