package kith.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kith.relay.log.Upkeep;
import kith.relay.log.sqlite.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith restore`: a backup becomes the store of a folder that has none.
@Command(
    name = "restore",
    description = {
      "Put a backup into a data folder that has no store yet.",
      "Devices that saw more than the backup holds will say so, and stop: docs/operating.md."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file that `kith backup` made.")
  private Path file = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "The folder to restore into (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  /// 0 when the store is restored and durable, 1 when not.
  @Override
  public Integer call() {
    Upkeep upkeep = Restore.into(data, file);
    return Told.of(upkeep, "Restored %s with %s (%,d KiB) into %s.");
  }
}
