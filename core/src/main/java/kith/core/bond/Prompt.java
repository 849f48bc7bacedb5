package kith.core.bond;

/// An invitation to tell something of oneself. It travels whole in the event that draws it, so that
/// both read the same words whatever deck each of them has. The line of an offer and a question of
/// one's own are prompts too, of the deck [#OWN].
public record Prompt(String deck, String id, Topic topic, Ring ring, String language, String text) {
  /// The deck of what people wrote themselves.
  public static final String OWN = "own";

  /// Names of decks, prompts and languages are short; longer ones are somebody's mistake.
  public static final int LONGEST_NAME = 64;

  /// Two or three lines; an answer should take five minutes, reading the prompt should not.
  public static final int LONGEST_TEXT = 300;

  /// What tells prompts of different decks apart.
  public String key() {
    return deck + "/" + id;
  }

  /// Whether one of the two wrote it.
  public boolean own() {
    return deck.equals(OWN);
  }

  Prompt takenBack() {
    return new Prompt(deck, id, topic, ring, language, "");
  }
}
