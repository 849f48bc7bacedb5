package kith.relay.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Stream;

/// The headers of every answer. Nothing here depends on who asks or when.
final class Headers {
  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
          + " img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " base-uri 'none'; form-action 'none';"
          + " require-trusted-types-for 'script'; trusted-types kith; frame-ancestors ";

  private static final String PERMISSIONS =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
          + " encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(),"
          + " hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(),"
          + " midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(),"
          + " usb=(), window-management=(), xr-spatial-tracking=()";

  /// As bytes, made and checked once: they stand in every answer.
  private static final List<CharSequence> API =
      Stream.of(
              "Cache-Control",
              "no-store",
              "X-Content-Type-Options",
              "nosniff",
              "Cross-Origin-Resource-Policy",
              "same-origin",
              "Content-Security-Policy",
              "default-src 'none'; frame-ancestors 'none'",
              "Referrer-Policy",
              "no-referrer")
          .map(HttpHeaders::createOptimized)
          .toList();

  private Headers() {}

  /// For everything under /v1.
  static void api(HttpServerResponse response) {
    for (int i = 0; i < API.size(); i += 2) {
      response.putHeader(API.get(i), API.get(i + 1));
    }
  }

  /// For the pages and files of the app; `frames` are shown in frames by this very page.
  static void site(HttpServerResponse response, List<String> framedBy, List<String> frames) {
    response.putHeader("Content-Security-Policy", policy(framedBy, frames));
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.putHeader("Permissions-Policy", PERMISSIONS);
    response.putHeader("X-Content-Type-Options", "nosniff");
    if (framedBy.isEmpty()) {
      response.putHeader("X-Frame-Options", "DENY");
    }
    if (framedBy.isEmpty() && frames.isEmpty()) {
      // A page that is isolated shares no process with what another site frames or opens.
      response.putHeader("Cross-Origin-Embedder-Policy", "require-corp");
    }
  }

  private static String policy(List<String> framedBy, List<String> frames) {
    String ancestors = framedBy.isEmpty() ? "'none'" : String.join(" ", framedBy);
    String policy = POLICY + ancestors;
    return frames.isEmpty() ? policy : policy + "; frame-src " + String.join(" ", frames);
  }
}
