package kith.decks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `kith deck check`: every rule that a program can hold (docs/prompts.md).
public final class DeckCheck {
  private DeckCheck() {}

  /// The founding decks, in all their languages.
  public static Report founding() {
    Founding first = Founding.in(Founding.FIRST);
    Cells cells = Cells.of(first.prompts());
    List<Mistake> problems = new ArrayList<>(cells.tooFew(Founding.DECK));
    for (String language : Founding.LANGUAGES) {
      Founding founding = Founding.in(language);
      problems.addAll(founding.mistakes());
      problems.addAll(words(founding.language(), founding.prompts(), List.of()));
      problems.addAll(missing(first, founding));
      String evening = Founding.DECK + "/" + language + "/evening.md";
      problems.addAll(new EveningCheck(evening, founding.prompts()).mistakes(founding.evening()));
    }
    return new Report(first.prompts().size(), cells, Founding.LANGUAGES, problems);
  }

  /// A deck of one's own: the text of a file, and what mistakes call it. It is also held against
  /// the founding deck, so that nobody is asked the same twice.
  public static Report file(String name, String text) {
    DeckFile file = DeckReader.read(name, text);
    String known = Founding.LANGUAGES.contains(file.language()) ? file.language() : "";
    List<Mistake> problems = new ArrayList<>(file.mistakes());
    if (!known.isEmpty()) {
      problems.addAll(words(known, file.prompts(), Founding.in(known).prompts()));
    }
    List<String> languages = List.of(file.language().isEmpty() ? "?" : file.language());
    return new Report(file.prompts().size(), Cells.of(file.prompts()), languages, problems);
  }

  private static List<Mistake> words(
      String language, List<DeckPrompt> prompts, List<DeckPrompt> others) {
    List<Mistake> problems = new ArrayList<>(new Wording(language).mistakes(prompts));
    List<DeckPrompt> all = new ArrayList<>(others);
    all.addAll(prompts);
    problems.addAll(twice(prompts));
    Set<DeckPrompt> ours = new HashSet<>(prompts);
    for (NearDuplicates.Pair pair : new NearDuplicates(language).in(all)) {
      if (ours.contains(pair.other())) {
        problems.add(alike(pair));
      }
    }
    return problems;
  }

  private static Mistake alike(NearDuplicates.Pair pair) {
    DeckPrompt.Place place = pair.other().place();
    return new Mistake(
        place.file(),
        place.line(),
        "%s is nearly %s: “%s” (%.2f)."
            .formatted(pair.other().id(), pair.one().id(), pair.one().text(), pair.alike()),
        "Ask for something else, or leave one out.");
  }

  /// Ids over all files; within one file the reader has told already.
  private static List<Mistake> twice(List<DeckPrompt> prompts) {
    Set<String> ids = new HashSet<>();
    List<Mistake> problems = new ArrayList<>();
    for (DeckPrompt prompt : prompts) {
      if (!ids.add(prompt.id())) {
        DeckPrompt.Place place = prompt.place();
        problems.add(
            new Mistake(
                place.file(),
                place.line(),
                "The id " + prompt.id() + " stands in another file already.",
                "Give this prompt an id of its own."));
      }
    }
    return problems;
  }

  private static List<Mistake> missing(Founding first, Founding other) {
    List<Mistake> problems = new ArrayList<>();
    Set<String> there = other.prompts().stream().map(DeckPrompt::id).collect(Collectors.toSet());
    for (DeckPrompt prompt : first.prompts()) {
      if (!there.contains(prompt.id())) {
        problems.add(missing(other, prompt.place().file(), prompt.id()));
      }
    }
    for (var entry : first.catalogue().entries().entrySet()) {
      if (!other.catalogue().entries().containsKey(entry.getKey())) {
        problems.add(missing(other, "words.md", entry.getKey()));
      }
    }
    if (other.evening().parts().size() != first.evening().parts().size()) {
      problems.add(missing(other, "evening.md", "a part of the evening"));
    }
    return problems;
  }

  private static Mistake missing(Founding other, String file, String what) {
    return new Mistake(
        file,
        0,
        "%s is missing in the language %s.".formatted(what, other.language()),
        "Write it in the file of the same name in the folder %s.".formatted(other.language()));
  }
}
