package kith.decks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.core.bond.Prompt;
import kith.core.border.DeckText;
import kith.core.border.SharedDeck;
import kith.core.deck.Listed;
import kith.core.deck.Suits;

/// A deck as people hand it to each other ([SharedDeck]): as a file of JSON, or in a link.
///
/// @param canonical the one way to write it
/// @param prompts those in it, in its order; at least one
record Handed(String canonical, List<Listed> prompts) {
  /// What every fragment that carries a deck begins with, whatever its version.
  private static final String ANY_FRAGMENT = "deck=";

  Handed {
    prompts = List.copyOf(prompts);
  }

  /// Whether `text` means to be such a deck, and no Markdown.
  static boolean isMeant(String text) {
    return text.strip().startsWith("{") || !fragmentIn(text).isEmpty();
  }

  /// The fragment in a whole link or a bare fragment, without `#`; empty if `text` is neither.
  static String fragmentIn(String text) {
    String bare = text.strip();
    String end = bare.substring(bare.indexOf('#') + 1);
    boolean oneWord = bare.chars().noneMatch(Character::isWhitespace);
    return oneWord && end.startsWith(ANY_FRAGMENT) ? end : "";
  }

  /// The deck in the JSON, the fragment or the link `text`; else [MalformedText].
  static Handed read(String text) {
    String fragment = fragmentIn(text);
    String canonical =
        fragment.isEmpty() ? SharedDeck.canonical(text) : SharedDeck.ofFragment(fragment);
    return new Handed(canonical, DeckText.read(canonical).all());
  }

  /// What its name is followed by in a bond: the SHA-256 of its canonical bytes, as base64url.
  String pin() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every Java has SHA-256", missing);
    }
  }

  /// Of its words, as in BCP 47.
  String language() {
    return prompts.getFirst().prompt().language();
  }

  /// Whom it is for, and how large it is.
  String head() {
    Suits suits = prompts.getFirst().suits();
    return """
        %s (%s, for %s): %d prompts
        size: %d of %d bytes
        pin: %s
        """
        .formatted(
            prompts.getFirst().prompt().deck(),
            language(),
            suits == Suits.ANY ? "any pair" : suits.word(),
            prompts.size(),
            bytes().length,
            SharedDeck.LARGEST,
            pin());
  }

  private byte[] bytes() {
    return canonical.getBytes(StandardCharsets.UTF_8);
  }

  /// The end of a link that carries it.
  String fragment() {
    return "#" + SharedDeck.fragment(canonical);
  }

  /// Its prompts as those of a file; what it does not carry, the two axes, is not known.
  List<DeckPrompt> prompts(String file) {
    return prompts.stream().map(listed -> prompt(file, listed)).toList();
  }

  private static DeckPrompt prompt(String file, Listed listed) {
    Prompt prompt = listed.prompt();
    DeckPrompt.Aim aim =
        new DeckPrompt.Aim(
            prompt.topic(),
            prompt.ring(),
            listed.kind(),
            listed.suits(),
            Set.copyOf(listed.not()),
            0,
            0);
    DeckPrompt.Place place = new DeckPrompt.Place(file, 0);
    return new DeckPrompt(place, prompt.id(), aim, prompt.text(), Optional.empty());
  }
}
