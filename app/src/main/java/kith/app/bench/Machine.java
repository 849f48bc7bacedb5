package kith.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where and of what a run was made, in plain words and without a name of the machine.
final class Machine {
  private static final long KIB_PER_GIB = 1024L * 1024;

  /// As short as git tells it.
  private static final Pattern COMMIT = Pattern.compile("\\b[0-9a-f]{7}");

  private Machine() {}

  static String words() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    return "%d shared cores, %s%s %s, Java %d"
        .formatted(
            cores,
            memory(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version().feature());
  }

  private static String memory() throws IOException {
    Path file = Path.of("/proc/meminfo");
    if (!Files.exists(file)) {
      return "";
    }
    long kib = Long.parseLong(Files.readAllLines(file).getFirst().replaceAll("[^0-9]", ""));
    return "%d GiB, ".formatted(Math.round((double) kib / KIB_PER_GIB));
  }

  /// How many files and sockets a process may have open.
  static long openFiles() {
    var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  /// The launcher of the release that this is run from; empty in a checkout.
  static Optional<Path> release() {
    Path launcher = Path.of(System.getProperty("java.home")).resolveSibling("kith");
    return Files.isRegularFile(launcher) ? Optional.of(launcher) : Optional.empty();
  }

  /// The commit that was built, as the release or git tells it; "unknown" outside of both.
  static String commit() throws IOException {
    Optional<Path> release = release();
    String text = release.isPresent() ? told(release.get().resolveSibling("VERSION")) : asked();
    return COMMIT.matcher(text).results().findFirst().map(MatchResult::group).orElse("unknown");
  }

  private static String told(Path version) throws IOException {
    return Files.exists(version) ? Files.readString(version) : "";
  }

  private static String asked() throws IOException {
    try {
      Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException noGit) {
      return "";
    }
  }
}
