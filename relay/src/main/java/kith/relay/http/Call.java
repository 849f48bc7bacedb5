package kith.relay.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import kith.relay.log.Outcome;
import kith.wire.Capability;
import kith.wire.Checked;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.SeatHash;

/// A request that found its route: the variable parts of its path, and its whole body.
record Call(HttpServerRequest request, Context context, List<String> path, Buffer content) {
  private static final String BEARER = "Bearer ";
  private static final int NO_CONTENT = 204;
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,16}");

  byte[] body() {
    return content.getBytes();
  }

  HttpServerResponse response() {
    return request.response();
  }

  /// The hash of the capability that was shown; a problem is answered when there is none.
  void seat(Consumer<SeatHash> then) {
    shown(Problem.NOT_PERMITTED, then);
  }

  /// The same, with the problem to answer when there is none.
  void shown(Problem none, Consumer<SeatHash> then) {
    Optional<SeatHash> shown = shownIfAny();
    if (shown.isEmpty()) {
      Reply.problem(response(), none);
      return;
    }
    then.accept(shown.get());
  }

  /// The hash of the capability that was shown, if one was.
  Optional<SeatHash> shownIfAny() {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Capability.read(header.substring(BEARER.length())).map(Capability::seatHash)
        : Optional.empty();
  }

  /// The position after which to read; answers what is wrong with it when it is none.
  void after(Consumer<Long> then) {
    String text = request.getParam("after");
    Optional<Long> after = text == null ? Optional.of(0L) : position(text);
    if (after.isEmpty()) {
      Reply.malformed(response(), "after", "must be a whole number from 0");
      return;
    }
    then.accept(after.get());
  }

  /// A whole number from 0 that JavaScript holds exactly.
  static Optional<Long> position(String text) {
    if (!POSITION.matcher(text).matches()) {
      return Optional.empty();
    }
    long position = Long.parseLong(text);
    return position <= Limits.LARGEST_NUMBER ? Optional.of(position) : Optional.empty();
  }

  /// Answers, once it is done, without a body.
  void done(CompletableFuture<Outcome<Integer>> future) {
    Reply.later(
        context,
        response(),
        future,
        _ -> {
          Headers.api(response());
          response().setStatusCode(NO_CONTENT).end();
        });
  }

  /// The id at a place of the path; answers what is wrong with it when it is none.
  <T> void id(int at, String field, Function<String, Optional<T>> read, Consumer<T> then) {
    Optional<T> id = read.apply(path.get(at));
    if (id.isEmpty()) {
      Reply.malformed(response(), field, "must be base64url of 16 bytes");
      return;
    }
    then.accept(id.get());
  }

  /// The well-formed request; answers what is wrong with it when it is not.
  <T> void checked(Checked<T> checked, Consumer<T> then) {
    switch (checked) {
      case Checked.Good<T>(T value) -> then.accept(value);
      case Checked.Bad<T>(String field, String why) -> Reply.malformed(response(), field, why);
    }
  }

  /// Answers, once there is an outcome, with a status and a body.
  <T> void answer(CompletableFuture<Outcome<T>> future, int status, Function<T, byte[]> write) {
    Reply.later(context, response(), future, Reply.as(response(), status, write));
  }
}
