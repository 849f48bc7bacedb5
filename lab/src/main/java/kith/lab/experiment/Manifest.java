package kith.lab.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;

/// All that a figure hangs on, beside the figures, so that any of them can be made again.
///
/// @param command that makes it
/// @param pairs in each run
public record Manifest(String command, long seed, int pairs, int runs) {
  private static final String UNKNOWN = "unknown";
  private static final int SHORTEST_COMMIT = 40;

  /// Writes `manifest.txt` into `folder`: the command, the seed, the commit, every parameter.
  public static void write(Path folder, Manifest manifest, Settings settings) {
    StringBuilder text = new StringBuilder();
    text.append("command: ").append(manifest.command()).append('\n');
    text.append("seed: ").append(manifest.seed()).append('\n');
    text.append("pairs: ").append(manifest.pairs()).append('\n');
    text.append("runs: ").append(manifest.runs()).append('\n');
    text.append("commit: ").append(commit(Path.of(".git"))).append('\n');
    text.append("java: ").append(Runtime.version()).append('\n');
    for (Parameter parameter : Parameter.values()) {
      text.append(String.format(Locale.ROOT, "%s: %s%n", parameter, settings.of(parameter)));
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("manifest.txt"), text);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /// The commit of the checkout in which the command runs, if it runs in one.
  static String commit(Path git) {
    try {
      String head = Files.readString(git.resolve("HEAD")).strip();
      if (!head.startsWith("ref: ")) {
        return head.length() >= SHORTEST_COMMIT ? head : UNKNOWN;
      }
      Path branch = git.resolve(head.substring("ref: ".length()));
      return Files.exists(branch) ? Files.readString(branch).strip() : packed(git, head);
    } catch (IOException cause) {
      return UNKNOWN;
    }
  }

  private static String packed(Path git, String head) throws IOException {
    String branch = head.substring("ref: ".length());
    return Files.readString(git.resolve("packed-refs"))
        .lines()
        .filter(line -> line.endsWith(" " + branch))
        .map(line -> line.substring(0, SHORTEST_COMMIT))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
