package kith.relay.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import kith.wire.Problem;

/// Where each request comes in: to the verbs, to the app's files, or to a plain refusal.
final class Edge {
  private static final String API = "/v1";
  private static final String HEALTH = "/health";

  private final Routes routes;
  private final Origins origins;
  private final Site site;
  private final Doorway doorway;

  Edge(Doorway doorway, Routes routes, Origins origins, Site site) {
    this.doorway = doorway;
    this.routes = routes;
    this.origins = origins;
    this.site = site;
  }

  void answer(HttpServerRequest request) {
    if (!doorway.admits(request)) {
      return;
    }
    request.response().exceptionHandler(_ -> {});
    String path = request.path();
    if (path != null && (path.equals(API) || path.startsWith(API + "/"))) {
      api(request, path);
    } else if (HEALTH.equals(path)) {
      health(request.response());
    } else {
      site.answer(request);
    }
  }

  private static void health(HttpServerResponse response) {
    Headers.api(response);
    response.putHeader("Content-Type", "text/plain; charset=utf-8").end("ok\n");
  }

  private void api(HttpServerRequest request, String path) {
    if (!origins.permit(request.getHeader("Origin"))) {
      Reply.problem(request.response(), Problem.ORIGIN_NOT_PERMITTED);
      return;
    }
    Routes.Match match = routes.find(request.method(), path);
    // The way of nearly every request comes before the switch, whose first use takes long.
    if (match instanceof Routes.Match.Found found) {
      found(request, found);
    } else {
      notFound(request, match);
    }
  }

  private void notFound(HttpServerRequest request, Routes.Match match) {
    switch (match) {
      case Routes.Match.Found found -> found(request, found);
      case Routes.Match.OtherMethods(String allow) -> {
        request.response().putHeader("Allow", allow);
        Reply.problem(request.response(), Problem.METHOD_NOT_ALLOWED);
      }
      case Routes.Match.None() -> Reply.problem(request.response(), Problem.NOT_FOUND);
    }
  }

  private void found(HttpServerRequest request, Routes.Match.Found found) {
    if (found.route().body()) {
      doorway.awaits(request);
      Body.json(
          request,
          body -> {
            doorway.here(request);
            call(request, found, body);
          });
    } else {
      call(request, found, Buffer.buffer());
    }
  }

  private void call(HttpServerRequest request, Routes.Match.Found found, Buffer body) {
    var context = doorway.context();
    found.route().answer().accept(new Call(request, context, found.values(), body));
  }

  /// Something that is not HTTP, or has a line or header that is too long.
  static void invalid(HttpServerRequest request) {
    Reply.malformed(request.response(), "request", "must be HTTP/1.1 with lines of modest length");
    request.connection().close();
  }
}
