package kith.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kith.relay.log.Upkeep;
import kith.relay.log.sqlite.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith backup`: one file with the state of one moment, also while the relay runs.
@Command(
    name = "backup",
    description = {
      "Copy the store to one new file, also while the relay is running.",
      "What people take back stays in older backups: keep them for a week, not for ever."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The new file; an existing one is never replaced.")
  private Path file = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "The folder that `kith serve` uses (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  /// 0 when the backup is made and durable, 1 when not.
  @Override
  public Integer call() {
    Upkeep upkeep;
    try (ProgressLine line = new ProgressLine("backup")) {
      upkeep = Backup.make(data, file, line);
    }
    return Told.of(upkeep, "Backed up %s with %s (%,d KiB) to %s.");
  }
}
