package kith.core.bond;

/// An invitation to tell something of oneself. It travels whole in the event that draws it, so that
/// both read the same words whatever deck each of them has.
public record Prompt(String deck, String id, Topic topic, Ring ring, String language, String text) {
  /// Names of decks, prompts and languages are short; longer ones are somebody's mistake.
  public static final int LONGEST_NAME = 64;

  /// Two or three lines; an answer should take five minutes, reading the prompt should not.
  public static final int LONGEST_TEXT = 300;

  /// What tells prompts of different decks apart.
  public String key() {
    return deck + "/" + id;
  }
}
