package kith.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kith.decks.DeckCheck;
import kith.decks.DeckRating;
import kith.decks.DeckShow;
import kith.decks.Decks;
import kith.decks.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kith deck`: read, check and rate prompts.
@Command(
    name = "deck",
    description = "Read, check and rate decks of prompts.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class DeckCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Say what to do: check, show or rate.");
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
      description = "Print a deck, or the founding prompts.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int show(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "A deck of your own.")
          @Nullable Path file,
      @Option(
              names = "--only",
              defaultValue = "",
              paramLabel = "WORD",
              description = "Only a topic, a kind, friends, partners, family; or the evening.")
          String only,
      @Option(names = "--json", description = "The founding deck as the app reads it.")
          boolean json,
      @Option(names = "--language", defaultValue = "en", description = "Such as en.")
          String language) {
    known(language);
    if (file != null) {
      System.out.print(DeckShow.file(file.toString(), read(file)));
    } else if (json) {
      System.out.print(Decks.founding(language));
    } else {
      System.out.print(DeckShow.founding(language, only));
    }
    return 0;
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
      @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
          long seed,
      @Option(names = "--count", defaultValue = "120", description = "Default: ${DEFAULT-VALUE}.")
          int count,
      @Option(names = "--language", defaultValue = "en", description = "Such as en.")
          String language) {
    known(language);
    if (sheets == null || sheets.isEmpty()) {
      System.out.print(DeckRating.sheet(language, seed, count));
      return 0;
    }
    Map<String, String> texts = new TreeMap<>();
    sheets.forEach(sheet -> texts.put(sheet.toString(), read(sheet)));
    System.out.print(DeckRating.figures(texts));
    return 0;
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

  private String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException cause) {
      throw wrong("%s could not be read as text; is the path right?".formatted(file));
    }
  }

  private RuntimeException wrong(String message) {
    return spec == null
        ? new IllegalArgumentException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
