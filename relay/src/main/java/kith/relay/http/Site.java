package kith.relay.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kith.relay.json.Answers;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// The app's pages and files, out of memory. Paths of the app that are no files answer the page.
final class Site {
  private static final String INDEX = "/index.html";
  private static final String DEMO = "/demo.html";

  /// Names under here carry a hash of the content, so that they may be kept for ever.
  private static final String HASHED = "/assets/";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Map<String, SiteFile> files;
  private final Listener listener;

  Site(Map<String, SiteFile> files, Listener listener) {
    this.files = files;
    this.listener = listener;
  }

  void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String page = page(request.path());
    boolean demo = page.equals(DEMO);
    Headers.site(response, listener.framedBy(), demo ? listener.frames() : List.of());
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Allow", "GET, HEAD");
      problem(request, Problem.METHOD_NOT_ALLOWED);
      return;
    }
    SiteFile file = demo && listener.frames().isEmpty() ? null : files.get(page);
    if (file == null) {
      problem(request, Problem.NOT_FOUND);
    } else {
      send(request, page, file);
    }
  }

  /// The file that a path stands for: itself, or the page of the app when it has no dot.
  private static String page(@Nullable String path) {
    if (path == null || path.equals("/")) {
      return INDEX;
    }
    if (path.equals("/demo")) {
      return DEMO;
    }
    return path.indexOf('.') < 0 ? INDEX : path;
  }

  private static void send(HttpServerRequest request, String page, SiteFile file) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Type", type(page));
    response.putHeader("Cache-Control", page.startsWith(HASHED) ? FOR_EVER : "no-cache");
    Buffer body = Buffer.buffer(file.plain());
    Optional<byte[]> packed = file.gzip();
    if (packed.isPresent()) {
      response.putHeader("Vary", "Accept-Encoding");
      if (takesGzip(request.getHeader("Accept-Encoding"))) {
        response.putHeader("Content-Encoding", "gzip");
        body = Buffer.buffer(packed.get());
      }
    }
    end(request, body);
  }

  private static void problem(HttpServerRequest request, Problem problem) {
    request.response().setStatusCode(problem.status());
    request.response().putHeader("Content-Type", "application/problem+json");
    request.response().putHeader("Cache-Control", "no-cache");
    end(request, Buffer.buffer(Answers.problem(problem)));
  }

  private static void end(HttpServerRequest request, Buffer body) {
    if (request.method().equals(HttpMethod.HEAD)) {
      request.response().putHeader("Content-Length", String.valueOf(body.length()));
      request.response().end();
    } else {
      request.response().end(body);
    }
  }

  private static boolean takesGzip(@Nullable String accepted) {
    if (accepted == null) {
      return false;
    }
    for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String bare = coding.replace(" ", "");
      if (bare.equals("gzip") || (bare.startsWith("gzip;q=") && !bare.matches("gzip;q=0[.0]*"))) {
        return true;
      }
    }
    return false;
  }

  private static String type(String page) {
    String ending = page.substring(page.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, UNKNOWN_TYPE);
  }
}
