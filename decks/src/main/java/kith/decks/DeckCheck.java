package kith.decks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `kith deck check`: every rule that a program can hold (docs/prompts.md).
public final class DeckCheck {
  private DeckCheck() {}

  /// The founding decks, in all their languages.
  public static Report founding() {
    return library(Founding.LANGUAGES.stream().map(Founding::in).toList());
  }

  /// A library in several languages, the first of which the others are translated from.
  static Report library(List<Founding> library) {
    Founding first = library.getFirst();
    Cells cells = Cells.of(first.prompts());
    List<Mistake> problems = new ArrayList<>(cells.tooFew(Founding.DECK));
    for (Founding founding : library) {
      problems.addAll(founding.mistakes());
      problems.addAll(words(founding.language(), founding.prompts(), List.of()));
      problems.addAll(missing(first, founding));
      String evening = Founding.DECK + "/" + founding.language() + "/evening.md";
      problems.addAll(new EveningCheck(evening, founding.prompts()).mistakes(founding.evening()));
    }
    List<String> languages = library.stream().map(Founding::language).toList();
    return new Report(first.prompts().size(), cells, languages, problems);
  }

  /// A deck of one's own: the bytes of a file, and what mistakes call it.
  public static Report file(String name, byte[] bytes) {
    Optional<Mistake> fault = Source.fault(name, bytes);
    return fault.isPresent()
        ? new Report(0, Cells.of(List.of()), List.of("?"), List.of(fault.get()))
        : file(name, Source.text(bytes));
  }

  /// A deck of one's own: the text of a file, and what mistakes call it. It is also held against
  /// the founding deck, so that nobody is asked the same twice.
  public static Report file(String name, String text) {
    DeckFile file = DeckReader.read(name, text);
    String known = Founding.LANGUAGES.contains(file.language()) ? file.language() : "";
    List<Mistake> problems = new ArrayList<>(file.mistakes());
    if (known.isEmpty()) {
      problems.addAll(unknown(name, file.language()));
    } else {
      problems.addAll(new OtherLanguage(known).mistakes(file.prompts()));
      problems.addAll(words(known, file.prompts(), Founding.in(known).prompts()));
    }
    List<String> languages = List.of(file.language().isEmpty() ? "?" : file.language());
    return new Report(file.prompts().size(), Cells.of(file.prompts()), languages, problems);
  }

  /// A language whose words no list here knows: whoever wrote the deck should know what was not
  /// looked at. A file without a language has been told so already.
  static List<Mistake> unknown(String name, String language) {
    return language.isEmpty()
        ? List.of()
        : List.of(
            new Mistake(
                name,
                0,
                "The words of a deck in “%s” cannot be checked.".formatted(language),
                "Checked are %s; if it is one of these, name it so. Else read it against the rules"
                        .formatted(String.join(" and ", Founding.LANGUAGES))
                    + " in docs/prompts.md, then use it as it is, or hand it on:"
                    + " deck pack --read."));
  }

  private static List<Mistake> words(
      String language, List<DeckPrompt> prompts, List<DeckPrompt> others) {
    List<Mistake> problems = new ArrayList<>(new Wording(language).mistakes(prompts));
    problems.addAll(twice(prompts));
    for (NearDuplicates.Pair pair : new NearDuplicates(language).in(others, prompts)) {
      problems.add(alike(pair));
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
    Map<String, String> files = new HashMap<>();
    List<Mistake> problems = new ArrayList<>();
    for (DeckPrompt prompt : prompts) {
      DeckPrompt.Place place = prompt.place();
      String first = files.putIfAbsent(prompt.id(), place.file());
      if (first != null && !first.equals(place.file())) {
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
