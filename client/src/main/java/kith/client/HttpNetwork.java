package kith.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kith.core.json.Json;
import kith.core.json.JsonReader;
import kith.core.json.JsonWriter;
import kith.core.json.MalformedText;

/// The relay over HTTP, by the JDK's own client.
public final class HttpNetwork implements Network, AutoCloseable {

  /// A page has at most 1 MiB of boxes, each byte of which takes a little more than one
  /// character.
  private static final int LONGEST_ANSWER = 1 << 22;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// A line of the stream is short; anything longer is not the relay's.
  private static final int LONGEST_LINE = 4096;

  private static final String DATA = "data:";

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /// @param server such as `https://kith.example`; nothing behind the host
  public HttpNetwork(URI server) {
    this.server = server;
  }

  @Override
  public String origin() {
    return server.resolve("/").toString().replaceAll("/$", "");
  }

  @Override
  public Reply send(Request request) throws Unreachable {
    HttpRequest.Builder building = HttpRequest.newBuilder(server.resolve(request.path()));
    building.timeout(PATIENCE).header("Accept", "application/json");
    if (request.capability() != null) {
      building.header("Authorization", "Bearer " + request.capability());
    }
    if (request.body() == null) {
      building.method(request.method(), BodyPublishers.noBody());
    } else {
      building.header("Content-Type", "application/json");
      String body = JsonWriter.write(request.body());
      building.method(request.method(), BodyPublishers.ofString(body));
    }
    return answered(building.build());
  }

  private Reply answered(HttpRequest request) throws Unreachable {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), read(response.body()));
    } catch (IOException broken) {
      throw new Unreachable("the relay is out of reach", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("stopped while waiting", stopped);
    }
  }

  private static Json read(String body) {
    try {
      return body.isEmpty() ? new Json.Null() : JsonReader.read(body, LONGEST_ANSWER);
    } catch (MalformedText notJson) {
      return new Json.Null();
    }
  }

  /// Listens until the stream ends or this thread is interrupted: `changed` hears the name of
  /// each bond that has something new.
  public void listen(List<Seat> seats, Consumer<String> changed) throws Unreachable {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/live"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonWriter.write(wanted(seats))))
            .build();
    try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      lines.filter(line -> line.length() <= LONGEST_LINE).forEach(line -> hear(line, changed));
    } catch (IOException | java.io.UncheckedIOException broken) {
      throw new Unreachable("the stream has ended", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Json wanted(List<Seat> seats) {
    List<Json> bonds =
        seats.stream()
            .<Json>map(
                seat ->
                    Json.object()
                        .with("bond", seat.bond())
                        .with("capability", seat.capability())
                        .built())
            .toList();
    return Json.object().with("bonds", new Json.Items(bonds)).built();
  }

  private static void hear(String line, Consumer<String> changed) {
    if (line.startsWith(DATA)
        && read(line.substring(DATA.length())) instanceof Json.Fields fields
        && fields.at("bond").orElse(null) instanceof Json.Text(String bond)) {
      changed.accept(bond);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
