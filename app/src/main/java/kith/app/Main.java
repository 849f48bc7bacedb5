package kith.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import kith.app.bench.Bench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `kith` command line; one class a subcommand.
///
/// Reading the options of every command by reflection costs half of a start, so the one that was
/// asked for is read alone; all of them when help is wanted or the name is not known.
@Command(
    name = "kith",
    description = "Two people, growing closer a little at a time.",
    mixinStandardHelpOptions = true,
    version = "Kith 0.1.0")
public final class Main {
  private static final List<String> NAMES =
      List.of(
          "serve",
          "talk",
          "verify",
          "backup",
          "restore",
          "doctor",
          "deck",
          "lab",
          "rehearse",
          "bench");

  private Main() {}

  /// Runs one command and leaves with its exit code: 0 done, 1 failed, 2 wrong usage.
  public static void main(String[] arguments) {
    Optional<Serve> serve = Serve.plainly(arguments);
    System.exit(serve.isPresent() ? serve(serve.get()) : said(arguments));
  }

  /// Whoever asks for nothing is told what there is to ask for.
  private static int said(String... arguments) {
    String[] asked = arguments.length == 0 ? new String[] {"--help"} : arguments;
    return commands(asked).execute(asked);
  }

  private static int serve(Serve serve) {
    try {
      return serve.call();
    } catch (InterruptedException | RuntimeException failure) {
      failure.printStackTrace();
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /// All that these words may ask for.
  static CommandLine commands(String... arguments) {
    CommandLine kith = new CommandLine(new Main());
    boolean known = arguments.length > 0 && NAMES.contains(arguments[0]);
    for (String name : known ? List.of(arguments[0]) : NAMES) {
      Class<?> command = command(name);
      if (command != null) {
        kith.addSubcommand(name, command);
      }
    }
    return kith.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::misunderstood);
  }

  /// One line of what is wrong and one of where help is: the whole help would push it out of sight.
  private static int misunderstood(ParameterException wrong, String[] arguments) {
    PrintWriter errors = wrong.getCommandLine().getErr();
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    boolean isWord = wrong instanceof UnmatchedArgumentException one && !one.isUnknownOption();
    errors.println(
        isWord ? "There is no '" + String.join(" ", arguments) + "' here." : wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, errors);
    errors.println("What there is: " + name + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static @Nullable Class<?> command(String name) {
    return switch (name) {
      case "serve" -> Serve.class;
      case "talk" -> Talk.class;
      case "verify" -> VerifyCommand.class;
      case "backup" -> BackupCommand.class;
      case "restore" -> RestoreCommand.class;
      case "doctor" -> Doctor.class;
      case "deck" -> DeckCommand.class;
      case "lab" -> LabCommand.class;
      case "rehearse" -> Rehearse.class;
      case "bench" -> Bench.class;
      default -> null;
    };
  }
}
