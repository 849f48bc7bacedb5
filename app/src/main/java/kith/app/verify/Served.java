package kith.app.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// What a server gives to a browser that asks for a path.
///
/// @param hash SHA-256 of its content, in hex
/// @param policy the content security policy that comes with it; empty when there is none
record Served(int status, String hash, String policy) {

  /// No file of the app comes near this; more is not read.
  private static final int LARGEST_FILE = 8 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Asks as a browser does that takes a page, without following it elsewhere.
  static Served fetch(HttpClient http, URI server, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "text/html,*/*")
            .header("Cache-Control", "no-cache")
            .build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      return new Served(
          answer.statusCode(),
          FileList.hash(body.readNBytes(LARGEST_FILE)),
          answer.headers().firstValue("Content-Security-Policy").orElse(""));
    }
  }
}
