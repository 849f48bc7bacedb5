package kith.relay.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kith.wire.Limits;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;

/// Takes in a request's body, up to the limit.
final class Body {
  /// How much of a body that is too large is still let pass, so that the sender can read the
  /// answer.
  private static final long LET_PASS = 16L * Limits.REQUEST_BYTES;

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");

  private final HttpServerRequest request;
  private final Consumer<Buffer> then;
  private final Buffer bytes = Buffer.buffer();
  private long seen;
  private boolean refused;

  private Body(HttpServerRequest request, Consumer<Buffer> then) {
    this.request = request;
    this.then = then;
  }

  /// Calls `then` with the whole JSON body, or answers what is wrong with it.
  static void json(HttpServerRequest request, Consumer<Buffer> then) {
    Body body = new Body(request, then);
    request.exceptionHandler(_ -> {});
    request.handler(body::more);
    request.endHandler(_ -> body.end());
    if (!isJson(request.getHeader("Content-Type"))) {
      body.refuse(Problem.UNSUPPORTED_MEDIA);
    } else if (announced(request) > Limits.REQUEST_BYTES) {
      body.refuse(Problem.TOO_LARGE);
    }
  }

  private static boolean isJson(@Nullable String type) {
    if (type == null) {
      return false;
    }
    int semicolon = type.indexOf(';');
    String bare = semicolon < 0 ? type : type.substring(0, semicolon);
    return bare.trim().toLowerCase(Locale.ROOT).equals("application/json");
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
  }

  private void more(Buffer part) {
    seen += part.length();
    if (seen > LET_PASS) {
      request.connection().close();
    } else if (!refused && seen > Limits.REQUEST_BYTES) {
      refuse(Problem.TOO_LARGE);
    } else if (!refused) {
      bytes.appendBuffer(part);
    }
  }

  private void refuse(Problem problem) {
    refused = true;
    Reply.problem(request.response(), problem);
  }

  private void end() {
    if (!refused) {
      then.accept(bytes);
    }
  }
}
