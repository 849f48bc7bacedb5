package kith.relay.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import kith.relay.json.Answers;
import kith.relay.log.Outcome;
import kith.wire.Problem;

/// Writes answers, on the event loop that the request came in on.
final class Reply {
  private static final int OK = 200;
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence PROBLEM_JSON =
      HttpHeaders.createOptimized("application/problem+json");

  private Reply() {}

  /// An answer under /v1 with a body.
  static void json(HttpServerResponse response, int status, byte[] body) {
    send(response, status, JSON, body);
  }

  /// A file in YAML (RFC 9512).
  static void yaml(HttpServerResponse response, byte[] body) {
    send(response, OK, "application/yaml", body);
  }

  /// A problem with its standing text.
  static void problem(HttpServerResponse response, Problem problem) {
    if (problem == Problem.NOT_PERMITTED || problem == Problem.NOT_UNLOCKED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    send(response, problem.status(), PROBLEM_JSON, Answers.problem(problem));
  }

  /// A malformed request: the field at fault and why.
  static void malformed(HttpServerResponse response, String field, String why) {
    int status = Problem.MALFORMED.status();
    send(response, status, PROBLEM_JSON, Answers.malformed(field, why));
  }

  private static void send(
      HttpServerResponse response, int status, CharSequence type, byte[] body) {
    if (response.ended() || response.closed()) {
      return;
    }
    Headers.api(response);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .end(Buffer.buffer(body));
  }

  /// Answers with what becomes of `future`: `done` for a value, a problem otherwise.
  static <T> void later(
      Context context,
      HttpServerResponse response,
      CompletableFuture<Outcome<T>> future,
      Consumer<T> done) {
    var _ =
        future.whenComplete(
            (outcome, failure) ->
                context.runOnContext(
                    _ -> {
                      if (failure != null) {
                        problem(response, Problem.INTERNAL);
                      } else {
                        outcome(response, outcome, done);
                      }
                    }));
  }

  private static <T> void outcome(
      HttpServerResponse response, Outcome<T> outcome, Consumer<T> done) {
    switch (outcome) {
      case Outcome.Done<T>(T value) -> done.accept(value);
      case Outcome.Refused<T>(Problem problem) -> problem(response, problem);
    }
  }

  /// The same, with a status and a way to write the value.
  static <T> Consumer<T> as(HttpServerResponse response, int status, Function<T, byte[]> write) {
    return value -> json(response, status, write.apply(value));
  }
}
