package kith.relay;

import java.io.IOException;

/// Other programs of the machine, as far as they are there.
final class Commands {
  private Commands() {}

  /// Whether it could be run and ended well.
  static boolean run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException notHere) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
