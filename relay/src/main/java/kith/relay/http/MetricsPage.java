package kith.relay.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kith.relay.log.CannotOpen;
import kith.relay.metrics.Metrics;

/// The counts, on a port of this machine's own that people never reach.
final class MetricsPage {
  private static final String PATH = "/metrics";
  private static final long START_SECONDS = 20;
  private static final int NOT_FOUND = 404;

  private MetricsPage() {}

  /// Listens on a port of this machine (0: any free one). Throws [CannotOpen].
  static HttpServer listen(Vertx vertx, int port, Metrics metrics) {
    HttpServerOptions options = new HttpServerOptions().setHost(Listener.LOCAL).setPort(port);
    HttpServer server =
        vertx.createHttpServer(options).requestHandler(request -> answer(request, metrics));
    try {
      return server
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException cause) {
      throw new CannotOpen(
          "Cannot serve metrics on port %d of this machine; choose another.".formatted(port),
          cause);
    }
  }

  private static void answer(HttpServerRequest request, Metrics metrics) {
    if (PATH.equals(request.path())) {
      request.response().putHeader("Content-Type", Metrics.CONTENT_TYPE);
      request.response().end(Buffer.buffer(metrics.page()));
    } else {
      request.response().setStatusCode(NOT_FOUND).end();
    }
  }

  /// Counts the answer to a request. Live streams take their own leave and are not counted.
  static void count(HttpServerRequest request, Metrics metrics) {
    long begun = System.nanoTime();
    request
        .response()
        .endHandler(
            _ -> metrics.answered(request.response().getStatusCode(), System.nanoTime() - begun));
  }
}
