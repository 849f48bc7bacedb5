package kith.app;

import kith.app.bench.Bench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `kith` command line; one class a subcommand.
@Command(
    name = "kith",
    description = "Two people, growing closer a little at a time.",
    mixinStandardHelpOptions = true,
    version = "Kith 0.1.0",
    subcommands = {
      Serve.class,
      Talk.class,
      VerifyCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      Doctor.class,
      DeckCommand.class,
      LabCommand.class,
      Rehearse.class,
      Bench.class
    })
public final class Main {
  private Main() {}

  /// Runs one command and leaves with its exit code: 0 done, 1 failed, 2 wrong usage.
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }
}
