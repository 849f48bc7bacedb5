package kith.decks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kith.core.deck.NotFor;
import kith.core.json.MalformedText;

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

  /// A deck from the bytes of a file, Markdown or shared: first what is wrong in it, then what
  /// could be read.
  public static Said file(String name, byte[] bytes) {
    Optional<Mistake> fault = Source.fault(name, bytes);
    if (fault.isPresent()) {
      return said(List.of(fault.get()), "");
    }
    String text = Source.text(bytes);
    if (Handed.isMeant(text)) {
      return handed(name, text);
    }
    DeckFile file = DeckReader.read(name, text);
    return said(file.mistakes(), lines(file.prompts()));
  }

  /// Whether `text` is a fragment that carries a deck, or a whole link with one.
  public static boolean isFragment(String text) {
    return !Handed.fragmentIn(text).isEmpty();
  }

  /// The deck in such a fragment or link, to be read before it is used.
  public static Said fragment(String text) {
    return handed("link", text);
  }

  private static Said handed(String name, String text) {
    try {
      Handed handed = Handed.read(text);
      List<DeckPrompt> prompts = handed.prompts(name);
      return said(touching(handed.language(), prompts), handed.head() + lines(prompts));
    } catch (MalformedText malformed) {
      Mistake mistake =
          new Mistake(
              name,
              0,
              "This shared deck is not sound: " + malformed.what() + ".",
              "Do not use it; ask whoever made it to pack it again.");
      return said(List.of(mistake), "");
    }
  }

  /// What a person should know before they use words that somebody else wrote.
  private static List<Mistake> touching(String language, List<DeckPrompt> prompts) {
    if (!Founding.LANGUAGES.contains(language)) {
      return List.of();
    }
    Forbidden forbidden = new Forbidden(language);
    List<Mistake> mistakes = new ArrayList<>();
    for (DeckPrompt prompt : prompts) {
      for (String cause : forbidden.in(prompt.whole())) {
        String file = prompt.place().file();
        mistakes.add(
            new Mistake(file, 0, prompt.id() + ": " + cause, "Think twice before you use it."));
      }
    }
    return mistakes;
  }

  private static Said said(List<Mistake> mistakes, String then) {
    String wrong = mistakes.stream().map(each -> each + "\n").collect(Collectors.joining());
    return new Said(wrong + then, mistakes.isEmpty());
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
