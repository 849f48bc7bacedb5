package kith.decks;

import java.util.List;
import java.util.stream.Collectors;
import kith.core.deck.NotFor;

/// `kith deck show`: decks as a person reads them.
public final class DeckShow {
  private DeckShow() {}

  /// The founding prompts whose topic, suits or kind is `only`, or all when it is empty; for
  /// `evening` the script of an evening, with its prompts written out.
  public static String founding(String language, String only) {
    if (only.equals("evening")) {
      return evening(Founding.in(language));
    }
    List<DeckPrompt> prompts =
        Founding.in(language).prompts().stream().filter(each -> fits(each, only)).toList();
    return lines(prompts);
  }

  /// A deck from the text of a file: first what is wrong in it, then what could be read.
  public static String file(String name, String text) {
    DeckFile file = DeckReader.read(name, text);
    String wrong = file.mistakes().stream().map(each -> each + "\n").collect(Collectors.joining());
    return wrong + lines(file.prompts());
  }

  private static String evening(Founding founding) {
    StringBuilder said = new StringBuilder();
    for (Evening.Part part : founding.evening().parts()) {
      said.append("%s (%d min)%n".formatted(part.name(), part.minutes()));
      for (String line : part.lines()) {
        said.append("  ").append(part.isSet() ? words(founding, line) : line).append('\n');
      }
    }
    return said.toString();
  }

  private static String words(Founding founding, String id) {
    return founding.prompts().stream()
        .filter(prompt -> prompt.id().equals(id))
        .map(DeckPrompt::whole)
        .findFirst()
        .orElse(id);
  }

  private static boolean fits(DeckPrompt prompt, String only) {
    DeckPrompt.Aim aim = prompt.aim();
    return only.isEmpty()
        || List.of(aim.topic().word(), aim.suits().word(), aim.kind().word()).contains(only);
  }

  private static String lines(List<DeckPrompt> prompts) {
    return prompts.stream().map(DeckShow::line).collect(Collectors.joining());
  }

  private static String line(DeckPrompt prompt) {
    DeckPrompt.Aim aim = prompt.aim();
    String not =
        aim.not().isEmpty()
            ? ""
            : ", not "
                + aim.not().stream().sorted().map(NotFor::word).collect(Collectors.joining(" "));
    return "%s (%s, ring %d, %s, %s%s)%n  %s%n"
        .formatted(
            prompt.id(),
            aim.topic().word(),
            aim.ring().depth(),
            aim.kind().word(),
            aim.suits().word(),
            not,
            prompt.whole());
  }
}
