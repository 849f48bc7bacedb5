package kith.decks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules for a prompt that a program can hold: length, one question, reading ease, forbidden
/// matters; and, over many prompts, openings that differ.
final class Wording {
  private static final int SHORTEST = 12;

  /// Read at a glance, together with its tail; the longest of the founding prompts stay below.
  private static final int LONGEST = 200;

  /// Below so many prompts, a common opening says nothing.
  private static final int MANY = 100;

  /// The most common opening of three words may stand before an eighth of the prompts.
  private static final int SHARE_OF_AN_OPENING = 8;

  private final Forbidden forbidden;
  private final ReadingEase ease;
  private final List<Mistake> mistakes = new ArrayList<>();

  Wording(String language) {
    forbidden = new Forbidden(language);
    ease = new ReadingEase(language);
  }

  List<Mistake> mistakes(List<DeckPrompt> prompts) {
    prompts.forEach(this::check);
    if (prompts.size() >= MANY) {
      openings(prompts);
    }
    return mistakes;
  }

  private void check(DeckPrompt prompt) {
    String whole = prompt.whole();
    if (prompt.text().length() < SHORTEST || whole.length() > LONGEST) {
      wrong(
          prompt,
          "has " + whole.length() + " characters.",
          "Bring question and tail to %d-%d.".formatted(SHORTEST, LONGEST));
    }
    if (questions(prompt.text()) > 1 || questions(prompt.tail().orElse("")) > 1) {
      wrong(prompt, "asks more than one thing.", "Keep one question, and one in the tail.");
    }
    if (!whole.matches(".*[.?!…]")) {
      wrong(prompt, "does not end.", "Close it with a full stop or a question mark.");
    }
    if (ease.of(whole) < ease.least()) {
      wrong(
          prompt,
          "is hard to read (%.0f).".formatted(ease.of(whole)),
          "Use shorter words and sentences, to reach %.0f.".formatted(ease.least()));
    }
    forbidden
        .in(whole)
        .forEach(
            cause ->
                wrong(prompt, "cannot stay: " + cause, "Ask about something else, or soften."));
  }

  private static long questions(String text) {
    return text.chars().filter(unit -> unit == '?').count();
  }

  private void openings(List<DeckPrompt> prompts) {
    Map<String, Integer> counts = new HashMap<>();
    for (DeckPrompt prompt : prompts) {
      String[] words = prompt.text().split(" ", 4);
      if (words.length == 4) {
        counts.merge(words[0] + " " + words[1] + " " + words[2], 1, Integer::sum);
      }
    }
    counts.forEach(
        (opening, count) -> {
          if (count * SHARE_OF_AN_OPENING > prompts.size()) {
            mistakes.add(
                new Mistake(
                    prompts.getFirst().place().file(),
                    0,
                    "“%s” begins %d of %d prompts.".formatted(opening, count, prompts.size()),
                    "Begin some of them otherwise."));
          }
        });
  }

  private void wrong(DeckPrompt prompt, String cause, String remedy) {
    DeckPrompt.Place place = prompt.place();
    mistakes.add(new Mistake(place.file(), place.line(), prompt.id() + " " + cause, remedy));
  }
}
