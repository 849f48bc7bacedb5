package kith.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kith.relay.log.Sample;
import org.jspecify.annotations.Nullable;

/// A relay in a process of its own, so that it can be killed.
final class ChildRelay implements AutoCloseable {
  /// For starting, and for saying something.
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  /// Between two looks whether it has started.
  private static final long LOOK_MILLIS = 10;

  private static final long EXIT_SECONDS = 30;

  private final Process process;
  private final Path output;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  private ChildRelay(Process process, Path output) throws IOException {
    this.process = process;
    this.output = output;
    this.port = awaitPort();
  }

  static ChildRelay start(Path data, Path output) throws IOException {
    return start(data.toString(), output, List.of());
  }

  /// Over a folder or a database.
  static ChildRelay start(String store, Path output) throws IOException {
    return start(store, output, List.of());
  }

  /// With words before the command, such as a shell that sets a limit first.
  static ChildRelay start(Path data, Path output, List<String> before) throws IOException {
    return start(data.toString(), output, before);
  }

  private static ChildRelay start(String store, Path output, List<String> before)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(java());
    command.addAll(ChildClasses.options());
    command.addAll(List.of("kith.relay.DevMain", store, "0"));
    Files.deleteIfExists(output);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new ChildRelay(builder.redirectOutput(output.toFile()).start(), output);
  }

  /// Java as children run it: they are short-lived.
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xlog:disable",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /// Waits until it has printed this.
  void awaitOutput(String text) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!output().contains(text)) {
      if (System.nanoTime() > end || endsWithin(LOOK_MILLIS)) {
        throw new AssertionError("the relay did not say " + text + ": " + output());
      }
    }
  }

  private int awaitPort() throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && !endsWithin(LOOK_MILLIS)) {
      String text = output();
      int at = text.indexOf("http://localhost:");
      if (at >= 0 && text.indexOf('\n', at) > 0) {
        return URI.create(text.substring(at, text.indexOf('\n', at)).trim()).getPort();
      }
    }
    throw new AssertionError("the relay did not start: " + output());
  }

  private boolean endsWithin(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  int port() {
    return port;
  }

  String output() throws IOException {
    return Files.exists(output) ? Files.readString(output) : "";
  }

  HttpRequest.Builder request(
      String method, String path, @Nullable Long capability, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (capability != null) {
      request.header("Authorization", "Bearer " + Sample.capability(capability).text());
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
  }

  CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return later(request).join();
  }

  /// Sends it a signal by name, such as STOP; whether it could be sent.
  boolean signal(String name) {
    return Commands.run("kill", "-" + name, Long.toString(process.pid()));
  }

  /// SIGKILL, at once.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// SIGTERM, and waits for a gentle end.
  void stop() {
    process.destroy();
    awaitExit();
  }

  int awaitExit() {
    return process.onExit().orTimeout(EXIT_SECONDS, TimeUnit.SECONDS).join().exitValue();
  }

  @Override
  public void close() {
    kill();
    http.shutdownNow();
  }
}
