package kith.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What several commands of `kith lab` can be told alike.
final class LabOptions {
  private LabOptions() {}

  /// Which people, and which chances.
  static final class Seed {
    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "Default: ${DEFAULT-VALUE}.")
    long value = 1;
  }

  /// Where tables, plots and the manifest go.
  static final class Out {
    @Option(
        names = "--out",
        paramLabel = "FOLDER",
        description = "Tables, plots, manifest. Broken off, it goes on from there.")
    @Nullable Path folder;
  }

  /// Which pairs.
  static final class Kind {
    @Option(
        names = "--population",
        paramLabel = "KIND",
        defaultValue = "strangers",
        description = "Kind of pairs; default: ${DEFAULT-VALUE}.")
    String word = "strangers";
  }

  /// How often all of it is simulated anew.
  static final class Runs {
    @Option(
        names = "--runs",
        paramLabel = "N",
        defaultValue = "10",
        description = "Default: ${DEFAULT-VALUE}.")
    int value = 10;
  }

  static void write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
