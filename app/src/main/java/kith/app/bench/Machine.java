package kith.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where and of what a run was made, in plain words and without a name of the machine.
final class Machine {
  private static final long KIB_PER_GIB = 1024L * 1024;

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

  /// The commit that was built, as git tells it; "unknown" outside a checkout.
  static String commit() throws IOException {
    try {
      Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      return text.matches("[0-9a-f]{7,40}") ? text : "unknown";
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
