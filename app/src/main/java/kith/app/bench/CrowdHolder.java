package kith.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// A process of its own that holds the streams of one relay, since a process may have only so many
/// sockets open. For each line `streams milliseconds` that it reads it opens streams until there
/// are so many or the time is over, and prints how many got their first word; it ends with its
/// input.
final class CrowdHolder {
  private CrowdHolder() {}

  /// Holds streams of the relay at the port that is named.
  static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (Crowd crowd = new Crowd();
        BufferedReader asked =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        String[] words = line.split(" ", 2);
        long patience = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[1]));
        System.out.println(crowd.open(port, Integer.parseInt(words[0]), patience));
      }
    }
  }
}
