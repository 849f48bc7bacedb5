package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kith.relay.http.Listener;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Capability;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Headers of every kind of answer, and the app's files.
final class HeadersTest {
  private static final Capability ONE = Sample.capability(10);
  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
          + " img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " base-uri 'none'; form-action 'none'; require-trusted-types-for 'script';"
          + " trusted-types kith; frame-ancestors ";

  @TempDir static Path folder;
  private static Running relay;

  @BeforeAll
  static void start() {
    relay = new Running(folder);
    relay.bond(1);
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static HttpResponse<String> get(String path) {
    return relay.send(relay.request("GET", path, null, null));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join("|", answer.headers().allValues(name));
  }

  @Test
  void nothing_under_v1_is_kept_or_dated_or_named() {
    List<HttpResponse<String>> answers =
        List.of(
            get("/v1/about"),
            get("/v1/nothing"),
            get("/health"),
            relay.send(relay.request("GET", Say.entriesOf(1), ONE, null)),
            relay.send(relay.request("GET", Say.entriesOf(1), null, null)),
            relay.send(relay.request("POST", Say.entriesOf(1), ONE, Say.entry(1))),
            relay.send(relay.request("POST", Say.entriesOf(1), ONE, "{")),
            relay.send(relay.request("DELETE", "/v1/about", null, null)));
    for (HttpResponse<String> answer : answers) {
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.headers().map())
          .doesNotContainKeys("etag", "last-modified", "server", "date", "set-cookie", "expires");
    }
  }

  @Test
  void every_page_and_file_carries_the_whole_set() {
    for (String path : List.of("/", "/j", "/bond/x", "/assets/app-abc123.js", "/missing.js")) {
      HttpResponse<String> answer = get(path);
      assertThat(header(answer, "Content-Security-Policy")).isEqualTo(POLICY + "'none'");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Cross-Origin-Embedder-Policy")).isEqualTo("require-corp");
      assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Permissions-Policy"))
          .contains("camera=()", "microphone=()", "geolocation=()", "payment=()");
      assertThat(answer.headers().map()).doesNotContainKeys("server", "date", "set-cookie");
    }
  }

  @Test
  void paths_of_the_app_answer_its_page_and_others_do_not() {
    String page = get("/").body();
    assertThat(page).contains("<title>test</title>");
    for (String path : List.of("/j", "/bond/abc", "/bond/abc/def", "/index.html")) {
      assertThat(get(path).body()).as(path).isEqualTo(page);
      assertThat(header(get(path), "Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(header(get(path), "Cache-Control")).isEqualTo("no-cache");
    }
    for (String path : List.of("/missing.js", "/demo", "/../kith.db", "/%2e%2e/kith.db")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void hashed_files_are_kept_for_ever_and_sent_compressed_when_taken() {
    HttpResponse<String> plain = get("/assets/app-abc123.js");
    assertThat(plain.body()).startsWith("console.log");
    assertThat(header(plain, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(plain, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    for (String taken : List.of("gzip", "br, gzip;q=0.5", "GZIP")) {
      assertThat(header(compressed(taken), "Content-Encoding")).as(taken).isEqualTo("gzip");
    }
    for (String taken : List.of("br", "gzip;q=0", "gzip;q=0.0", "xgzip")) {
      assertThat(header(compressed(taken), "Content-Encoding")).as(taken).isEmpty();
    }
    assertThat(get("/assets/app-abc123.js.gz").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> compressed(String taken) {
    return relay.send(
        relay.request("GET", "/assets/app-abc123.js", null, null).header("Accept-Encoding", taken));
  }

  @Test
  void head_has_the_headers_of_get_and_no_body() {
    HttpResponse<String> get = get("/icon.svg");
    HttpResponse<String> head = relay.send(relay.request("HEAD", "/icon.svg", null, null));
    assertThat(head.headers().map()).isEqualTo(get.headers().map());
    assertThat(head.body()).isEmpty();
    HttpResponse<String> put = relay.send(relay.request("PUT", "/icon.svg", null, ""));
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(header(put, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void in_the_demonstration_only_the_named_page_may_frame_the_named_ones(@TempDir Path other) {
    String outer = "http://127.0.0.1:7001";
    String inner = "http://127.0.0.1:7002";
    Listener framing = new Listener("127.0.0.1", 0, List.of(), List.of(), List.of(inner));
    Listener framed = new Listener("127.0.0.1", 0, List.of(), List.of(outer), List.of());
    RelayConfig config =
        new RelayConfig(other, List.of(framing, framed), null, new MovingClock(), Running.SITE);
    try (Relay demo = Relay.start(config);
        var http = java.net.http.HttpClient.newHttpClient()) {
      Map<String, String> pages =
          Map.of(
              at(demo, 0, "/demo"), POLICY + "'none'; frame-src " + inner,
              at(demo, 0, "/"), POLICY + "'none'",
              at(demo, 1, "/"), POLICY + outer);
      pages.forEach(
          (uri, policy) ->
              assertThat(header(fetch(http, uri), "Content-Security-Policy")).isEqualTo(policy));
      assertThat(fetch(http, at(demo, 0, "/demo")).body()).contains("<title>demo</title>");
      assertThat(header(fetch(http, at(demo, 1, "/")), "X-Frame-Options")).isEmpty();
      assertThat(fetch(http, at(demo, 1, "/demo")).statusCode()).isEqualTo(404);
      assertThat(fetch(http, at(demo, 0, "/v1/about")).body())
          .contains(String.format(Locale.ROOT, "http://localhost:%d", demo.ports().get(0)));
    }
  }

  private static String at(Relay demo, int listener, String path) {
    return "http://127.0.0.1:" + demo.ports().get(listener) + path;
  }

  private static HttpResponse<String> fetch(java.net.http.HttpClient http, String uri) {
    var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(uri)).build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
  }
}
