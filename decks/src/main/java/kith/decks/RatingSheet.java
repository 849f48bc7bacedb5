package kith.decks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.core.deck.PromptKind;
import org.jspecify.annotations.Nullable;

/// A sheet for blind rating: prompts shuffled by a seed, without ring, topic or id, and without the
/// feeling tail, since the outermost ring has none and that would tell. A rater writes a ring after
/// each number, and if they like, how deep and how personal it is.
final class RatingSheet {
  private static final Pattern LINE =
      Pattern.compile("\\d+ *\\| *([1-4])(?: +(\\d{1,3}) +(\\d{1,3}))? *\\| *(.+)");

  private RatingSheet() {}

  /// One rated prompt; the axes are -1 where the rater gave none.
  record Rating(DeckPrompt prompt, int ring, int deep, int personal) {}

  /// What one rater wrote.
  record Rater(String name, List<Rating> ratings, List<Mistake> mistakes) {}

  /// The sheet. The same seed, count and words give the same sheet.
  static String write(String language, long seed, int count) {
    List<DeckPrompt> prompts = new ArrayList<>(ringed(language));
    Collections.shuffle(prompts, new Random(seed));
    List<DeckPrompt> chosen = prompts.subList(0, Math.min(count, prompts.size()));
    StringBuilder sheet = new StringBuilder(head(language, seed, chosen.size()));
    for (int i = 0; i < chosen.size(); i++) {
      sheet.append("%d | _ | %s%n".formatted(i + 1, chosen.get(i).text()));
    }
    return sheet.toString();
  }

  private static String head(String language, long seed, int count) {
    return """
        # Blind rating. Seed %d, %d prompts, %s.
        #
        # Picture two people who get to know each other. Put one number for each prompt where the
        # underscore is, without looking anything up and without talking to another rater:
        #   1  I would answer this to a kind stranger on a train.
        #   2  I would answer this to someone I begin to like.
        #   3  I would answer this to someone who is close to me.
        #   4  I have told this to one person perhaps, or to nobody.
        # If you like, add two numbers from 0 to 100: how deep it goes, and how personal it is.
        # So a finished line begins like  17 | 2 |  or  17 | 2 35 60 |
        """
        .formatted(seed, count, language);
  }

  /// Light and grateful prompts do not stand for a depth.
  private static List<DeckPrompt> ringed(String language) {
    return Founding.in(language).prompts().stream()
        .filter(prompt -> prompt.aim().kind() != PromptKind.LIGHT)
        .filter(prompt -> prompt.aim().kind() != PromptKind.GRATEFUL)
        .toList();
  }

  /// Reads a finished sheet; prompts are found by their words, so that a prompt reworded since is
  /// told and left out, never counted for another.
  static Rater read(String file, String text) {
    Map<String, DeckPrompt> known = new HashMap<>();
    Founding.LANGUAGES.forEach(
        language -> ringed(language).forEach(prompt -> known.put(prompt.text(), prompt)));
    List<Rating> ratings = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    String[] lines = text.split("\r\n|[\r\n]", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Mistake mistake = line(file, i + 1, known, line, ratings).orElse(null);
        if (mistake != null) {
          mistakes.add(mistake);
        }
      }
    }
    return new Rater(file, ratings, mistakes);
  }

  private static Optional<Mistake> line(
      String file, int at, Map<String, DeckPrompt> known, String line, List<Rating> ratings) {
    Matcher match = LINE.matcher(line);
    if (!match.matches()) {
      return Optional.of(
          new Mistake(file, at, "Here is no rating.", "Put 1, 2, 3 or 4 between the two bars."));
    }
    DeckPrompt prompt = known.get(match.group(4));
    if (prompt == null) {
      return Optional.of(
          new Mistake(
              file, at, "These words are no prompt any more.", "Nothing to do: it is left out."));
    }
    int ring = Integer.parseInt(match.group(1));
    ratings.add(new Rating(prompt, ring, axis(match.group(2)), axis(match.group(3))));
    return Optional.empty();
  }

  private static int axis(@Nullable String number) {
    return number == null ? -1 : Integer.parseInt(number);
  }
}
