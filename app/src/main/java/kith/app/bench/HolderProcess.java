package kith.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Our side of a [CrowdHolder].
final class HolderProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;

  private HolderProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /// One for the relay at this port.
  static HolderProcess start(int port) throws IOException {
    List<String> command = new ArrayList<>(Child.java());
    command.addAll(List.of("-cp", Child.classPath()));
    command.addAll(List.of(CrowdHolder.class.getName(), Integer.toString(port)));
    ProcessBuilder builder = new ProcessBuilder(command);
    return new HolderProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// Has streams opened until there are so many, or as many as it can in this time; how many got
  /// their first word, those of before with them.
  int open(int streams, long patienceNanos) throws IOException {
    long millis = TimeUnit.NANOSECONDS.toMillis(patienceNanos);
    process.outputWriter(StandardCharsets.US_ASCII).write(streams + " " + millis + "\n");
    process.outputWriter(StandardCharsets.US_ASCII).flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("whoever holds the streams has ended");
    }
    return Integer.parseInt(answer);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
