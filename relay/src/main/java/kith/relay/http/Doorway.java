package kith.relay.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// Keeps those out who take up room: connections that never finish what they began to say, and too
/// many of one address.
final class Doorway {
  /// For a first request's head, and for the whole of a body: 256 KiB over a very slow line.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final long patienceNanos;
  private final Visitors visitors = new Visitors();
  private final Map<HttpConnection, Expected> expected = new ConcurrentHashMap<>();
  private final Set<HttpConnection> unwelcome = ConcurrentHashMap.newKeySet();

  /// What a connection still owes since when: the rest of a request, or its first one.
  private record Expected(
      long since, @Nullable HttpServerRequest rest, @Nullable Context context) {}

  /// Looks twice in a time of patience.
  Doorway(Vertx vertx, Duration patience) {
    this.vertx = vertx;
    this.patienceNanos = patience.toNanos();
    vertx.setPeriodic(patience.toMillis() / 2, _ -> look());
  }

  /// A connection was made.
  void arrived(HttpConnection connection) {
    String address = connection.remoteAddress().hostAddress();
    if (!visitors.arrives(address)) {
      unwelcome.add(connection);
    }
    expected.put(connection, new Expected(System.nanoTime(), null, null));
    connection.closeHandler(_ -> gone(connection, address));
  }

  private void gone(HttpConnection connection, String address) {
    visitors.leaves(address);
    unwelcome.remove(connection);
    expected.remove(connection);
  }

  /// A request's head is here; false when it has been refused.
  boolean admits(HttpServerRequest request) {
    expected.remove(request.connection());
    if (unwelcome.isEmpty() || !unwelcome.contains(request.connection())) {
      return true;
    }
    refuse(request);
    return false;
  }

  /// The event loop that the call came in on.
  Context context() {
    return vertx.getOrCreateContext();
  }

  /// The request's body is awaited, until it is all [#here].
  void awaits(HttpServerRequest request) {
    expected.put(request.connection(), new Expected(System.nanoTime(), request, context()));
  }

  /// All of the request is here.
  void here(HttpServerRequest request) {
    expected.remove(request.connection());
  }

  private void look() {
    long now = System.nanoTime();
    expected.forEach(
        (connection, owed) -> {
          if (now - owed.since() > patienceNanos && expected.remove(connection, owed)) {
            giveUp(connection, owed);
          }
        });
  }

  private static void giveUp(HttpConnection connection, Expected owed) {
    HttpServerRequest rest = owed.rest();
    Context context = owed.context();
    if (rest == null || context == null) {
      var _ = connection.close();
    } else {
      context.runOnContext(_ -> refuse(rest));
    }
  }

  private static void refuse(HttpServerRequest request) {
    request.response().putHeader("Connection", "close");
    Reply.problem(request.response(), Problem.TOO_MANY);
    var _ = request.connection().close();
  }
}
