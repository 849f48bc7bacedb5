package kith.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kith.relay.http.Listener;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.relay.push.Outgoing;
import kith.wire.Capability;
import org.jspecify.annotations.Nullable;

/// A relay on a free port with a clock that stands still, and small ways to speak to it.
final class Running implements AutoCloseable {
  static final String SITE = "kith/relay/testsite/";

  /// All headers that an answer under /v1 may have: none names the relay, dates anything, or can be
  /// asked about again (D18).
  private static final Set<String> UNDATED =
      Set.of(
          "allow",
          "cache-control",
          "content-length",
          "content-security-policy",
          "content-type",
          "cross-origin-resource-policy",
          "referrer-policy",
          "www-authenticate",
          "x-content-type-options");

  final MovingClock clock = new MovingClock();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final Outgoing outgoing;
  private Relay relay;

  Running(Path folder) {
    this(folder, Outgoing.usual());
  }

  /// With a way to push services of the test's own.
  Running(Path folder, Outgoing outgoing) {
    this.folder = folder;
    this.outgoing = outgoing;
    this.relay = start();
  }

  private Relay start() {
    List<Listener> here = List.of(Listener.local(0));
    return Relay.start(new RelayConfig(folder, here, "test", clock, SITE), outgoing);
  }

  void restart() {
    relay.close();
    relay = start();
  }

  Relay relay() {
    return relay;
  }

  int port() {
    return relay.port();
  }

  Path folder() {
    return folder;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /// A request that can still be changed. No capability when null; no body when null.
  HttpRequest.Builder request(
      String method, String path, @Nullable Capability who, @Nullable String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (who != null) {
      request.header("Authorization", "Bearer " + who.text());
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

  HttpResponse<String> send(HttpRequest.Builder request) {
    return later(request).join();
  }

  CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Sends a request and holds the exchange against the description of the routes.
  HttpResponse<String> described(
      String method, String path, @Nullable String body, HttpRequest.Builder request) {
    HttpResponse<String> answer = send(request);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    var exchange =
        new Described.Exchange(method, path, body, answer.statusCode(), type, answer.body());
    List<String> wrong = Described.relay().wrong(exchange);
    if (!wrong.isEmpty()) {
      throw new AssertionError("not as openapi.yaml says: " + wrong);
    }
    if (path.startsWith("/v1") && !UNDATED.containsAll(answer.headers().map().keySet())) {
      throw new AssertionError("headers that should not be: " + answer.headers().map());
    }
    return answer;
  }

  /// Status and body in one text, for short assertions.
  String ask(String method, String path, @Nullable Capability who, @Nullable String body) {
    HttpResponse<String> answer = described(method, path, body, request(method, path, who, body));
    return (answer.statusCode() + " " + answer.body()).trim();
  }

  /// Every byte of the answer, from the status line to the end, over a socket of its own.
  String raw(String method, String path, @Nullable Capability who, @Nullable String body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(head(method, path, who, body, true));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      in.transferTo(all);
      return all.toString(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] head(
      String method, String path, @Nullable Capability who, @Nullable String body, boolean close) {
    StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: relay\r\n");
    if (who != null) {
      text.append("Authorization: Bearer ").append(who.text()).append("\r\n");
    }
    if (body != null) {
      text.append("Content-Type: application/json\r\nContent-Length: ");
      text.append(body.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
    }
    text.append(close ? "Connection: close\r\n\r\n" : "\r\n").append(body == null ? "" : body);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// A bond of this number with capabilities 10 (seat 0) and 20 (seat 1).
  void bond(long number) {
    String bond = Sample.bond(number).text();
    expect("201", ask("PUT", "/v1/bonds/" + bond, null, Say.seat(10)));
    String invitation = "/v1/invitations/" + Sample.invitation(90_000 + number).text();
    String offer = Say.offer(number, 1, MovingClock.FIRST_DAY);
    expect("201", ask("PUT", invitation, Sample.capability(10), offer));
    expect("200", ask("PUT", invitation + "/accept", null, Say.accept(2, 20)));
  }

  static void expect(String status, String answer) {
    if (!answer.startsWith(status)) {
      throw new AssertionError("expected " + status + ", not " + answer);
    }
  }

  @Override
  public void close() {
    relay.close();
    http.close();
  }
}
