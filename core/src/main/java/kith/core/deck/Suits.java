package kith.core.deck;

/// Which pairs a prompt is made for.
public enum Suits implements Named {
  /// Any two people.
  ANY("any"),
  /// Two friends.
  FRIENDS("friends"),
  /// Two who are a couple.
  PARTNERS("partners"),
  /// Two of one family, however it came about.
  FAMILY("family");

  private final String word;

  Suits(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
