package kith.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kith.decks.DeckCheck;
import kith.decks.DeckPack;
import kith.decks.DeckRating;
import kith.decks.DeckShow;
import kith.decks.Decks;
import kith.decks.Report;
import kith.decks.Said;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kith deck`: read, check, hand on and rate prompts.
@Command(
    name = "deck",
    description = "Read, check, hand on and rate decks of prompts.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class DeckCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Say what to do: check, show, pack or rate.");
    }
  }

  @Command(
      name = "check",
      description = "Check a deck, or the founding decks: 0 nothing to mend, 1 something.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "A deck of your own.")
          @Nullable Path file,
      @Option(names = "--json", description = "For programs.") boolean json) {
    Report report =
        file == null ? DeckCheck.founding() : DeckCheck.file(file.toString(), bytes(file));
    System.out.println(json ? report.json() : report.text());
    return report.clean() ? 0 : 1;
  }

  @Command(
      name = "show",
      description = {
        "Print a deck, or the founding prompts: 0 nothing to mend, 1 something.",
        "A shared deck, as a file or in a link, is shown with its pin, before you use it."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int show(
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE|LINK",
              description = "A deck of your own, or one that was handed to you.")
          @Nullable String deck,
      @Option(
              names = "--only",
              defaultValue = "",
              paramLabel = "WORD",
              description = "Only a topic, a kind, friends, partners, family; or the evening.")
          String only,
      @Option(names = "--json", description = "The founding deck as the app reads it.")
          boolean json,
      @Option(
              names = "--language",
              paramLabel = "LANGUAGE",
              defaultValue = "en",
              description = "Of the founding prompts: en or de; default: ${DEFAULT-VALUE}.")
          String language) {
    known(language);
    if (deck != null) {
      return said(
          DeckShow.isFragment(deck)
              ? DeckShow.fragment(deck)
              : DeckShow.file(deck, bytes(Path.of(deck))));
    }
    String prompts = json ? Decks.founding(language) : DeckShow.founding(language, only);
    if (prompts.isEmpty()) {
      throw wrong(
          "There is no prompt under “%s”. Name a topic such as love, a kind such as story, "
                  .formatted(only)
              + "friends, partners or family; or evening.");
    }
    System.out.print(prompts);
    return 0;
  }

  @Command(
      name = "pack",
      description = {
        "Make a shared deck of a deck in Markdown: its size, its pin, the fragment of a link.",
        "What check would not let pass is refused: 0 packed, 1 something to mend."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int pack(
      @Parameters(paramLabel = "FILE", description = "A deck of your own.") Path file,
      @Option(names = "--json", description = "Print only the shared deck, to keep as a file.")
          boolean json,
      @Option(
              names = "--read",
              description = {
                "You have read it against the rules in docs/prompts.md, since its language",
                "is one whose words Kith cannot check. Everything else is checked all the same."
              })
          boolean readBySomeone) {
    return switch (DeckPack.file(file.toString(), bytes(file), readBySomeone)) {
      case DeckPack.Packed.Ready ready -> {
        System.out.print(json ? ready.json() : ready.text());
        yield 0;
      }
      case DeckPack.Packed.Refused(String text) -> {
        System.err.print(text);
        yield 1;
      }
    };
  }

  @Command(
      name = "rate",
      description = {
        "Print a sheet for blind rating: prompts shuffled, without their ring.",
        "With finished sheets: how well they agree with the rings and with each other."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int rate(
      @Parameters(arity = "0..*", paramLabel = "SHEET", description = "Finished sheets.")
          @Nullable List<Path> sheets,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Which prompts, in which order; default: ${DEFAULT-VALUE}.")
          long seed,
      @Option(
              names = "--count",
              paramLabel = "N",
              defaultValue = "120",
              description = "How many prompts; default: ${DEFAULT-VALUE}.")
          int count,
      @Option(
              names = "--language",
              paramLabel = "LANGUAGE",
              defaultValue = "en",
              description = "Of the founding prompts: en or de; default: ${DEFAULT-VALUE}.")
          String language) {
    known(language);
    if (sheets == null || sheets.isEmpty()) {
      System.out.print(DeckRating.sheet(language, seed, count));
      return 0;
    }
    Map<String, byte[]> filled = new TreeMap<>();
    sheets.forEach(sheet -> filled.put(sheet.toString(), bytes(sheet)));
    return said(DeckRating.figures(filled));
  }

  private static int said(Said said) {
    System.out.print(said.text());
    return said.sound() ? 0 : 1;
  }

  private void known(String language) {
    if (!DeckRating.languages().contains(language)) {
      throw wrong(
          "There are no founding prompts in “%s”; there are: %s."
              .formatted(language, String.join(", ", DeckRating.languages())));
    }
  }

  private byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException cause) {
      throw wrong("%s could not be read; is the path right?".formatted(file));
    }
  }

  private RuntimeException wrong(String message) {
    return spec == null
        ? new IllegalArgumentException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
