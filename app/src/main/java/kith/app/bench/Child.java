package kith.app.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A relay in a process of its own, started as this one was; in a release, by its launcher.
final class Child implements AutoCloseable {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  /// Looking without a pause would take a core away from what is starting.
  private static final long BETWEEN_LOOKS_NANOS = 3_000_000;

  private static final long STOP_SECONDS = 30;

  /// What the launcher of a release passes on to Java.
  private static final String RELEASE_OPTIONS = "KITH_JAVA_OPTIONS";

  private static final String QUESTION =
      "GET /v1/about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private final Process process;
  private final int port;
  private final double millisToFirstAnswer;

  private Child(Process process, int port, double millis) {
    this.process = process;
    this.port = port;
    this.millisToFirstAnswer = millis;
  }

  /// Where the relay keeps things: a folder, and the address of a database if there is one.
  record Place(Path folder, @Nullable String database) {}

  /// Starts it with these further options of the JVM and waits for its first answer.
  static Child start(Place place, List<String> options) throws IOException {
    int port = freePort();
    List<String> command = command(place, port, options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(RELEASE_OPTIONS, String.join(" ", options));
    if (place.database() != null) {
      builder.environment().put("KITH_STORE", place.database());
    }
    builder.redirectOutput(place.folder().resolve("relay.txt").toFile());
    builder.redirectError(place.folder().resolve("relay-errors.txt").toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    while (!answers(port)) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      if (!process.isAlive() || System.nanoTime() - begun > PATIENCE_NANOS) {
        process.destroyForcibly();
        throw new IOException(
            "The relay did not start: "
                + Files.readString(place.folder().resolve("relay-errors.txt")));
      }
    }
    return new Child(process, port, (System.nanoTime() - begun) / 1e6);
  }

  private static List<String> command(Place place, int port, List<String> options) {
    List<String> command = new ArrayList<>();
    Optional<Path> release = Machine.release();
    if (release.isPresent()) {
      command.add(release.get().toString());
    } else {
      command.addAll(java());
      command.addAll(options);
      command.addAll(List.of("-cp", classPath(), "kith.app.Main"));
    }
    command.add("serve");
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--data", place.folder().resolve("data").toString()));
    return command;
  }

  /// Java with the options that this process has.
  static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    return command;
  }

  /// As a server is started: without what only other commands need.
  static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> !jar.contains("/lib/more/") && !jar.contains("/bench/"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == 'H';
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  double millisToFirstAnswer() {
    return millisToFirstAnswer;
  }

  /// Resident memory in KiB, as Linux counts it; 0 where it does not.
  long residentKib() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  /// A gentle stop.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
