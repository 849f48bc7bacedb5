package kith.relay.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.relay.json.Answers;
import kith.relay.log.Seat;
import kith.wire.BondId;

/// One device's open stream of server-sent events (HTML Living Standard, 9.2). What has not been
/// written yet is one position for each bond, so a slow reader costs no more than its bonds.
final class LiveStream {
  /// Bytes that may wait in the connection: a few hundred events.
  private static final int QUEUE_BYTES = 32 * 1024;

  private static final Buffer KEEP_ALIVE = Buffer.buffer(": here\n\n");
  private static final int OK = 200;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Context context;
  private final List<Seat> seats;
  private final Map<BondId, Long> waiting = new LinkedHashMap<>();
  private boolean scheduled;
  private boolean started;
  private boolean stalled;

  LiveStream(Call call, List<Seat> seats) {
    this.request = call.request();
    this.response = call.response();
    this.context = call.context();
    this.seats = seats;
  }

  List<Seat> seats() {
    return seats;
  }

  /// Sends the first position of each bond; on the event loop.
  void start(List<Long> positions) {
    Map<BondId, Long> first = new LinkedHashMap<>();
    for (int i = 0; i < seats.size(); i++) {
      first.put(seats.get(i).bond(), positions.get(i));
    }
    Headers.api(response);
    response.setStatusCode(OK).setChunked(true).setWriteQueueMaxSize(QUEUE_BYTES);
    response.putHeader("Content-Type", "text/event-stream");
    response.drainHandler(_ -> flush());
    response.write(events(first));
    started = true;
    flush();
  }

  /// Notes that a bond has something new; from any thread, at once.
  void nudge(BondId bond, long seq) {
    synchronized (waiting) {
      waiting.put(bond, seq);
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    context.runOnContext(_ -> flush());
  }

  private void flush() {
    if (!started || response.closed() || response.ended() || response.writeQueueFull()) {
      return;
    }
    Map<BondId, Long> now;
    synchronized (waiting) {
      scheduled = false;
      if (waiting.isEmpty()) {
        return;
      }
      now = new LinkedHashMap<>(waiting);
      waiting.clear();
    }
    response.write(events(now));
  }

  private static Buffer events(Map<BondId, Long> positions) {
    Buffer events = Buffer.buffer();
    positions.forEach(
        (bond, seq) -> {
          events.appendString("event: seq\ndata: ");
          events.appendBytes(Answers.position(bond, seq));
          events.appendString("\n\n");
        });
    return events;
  }

  /// Says that the stream lives; a reader that took nothing since the last time is dropped.
  void keepAlive() {
    context.runOnContext(
        _ -> {
          if (!started || response.closed() || response.ended()) {
            return;
          }
          if (!response.writeQueueFull()) {
            stalled = false;
            response.write(KEEP_ALIVE.copy());
          } else if (stalled) {
            request.connection().close();
          } else {
            stalled = true;
          }
        });
  }

  /// Ends the stream from our side.
  void end() {
    context.runOnContext(
        _ -> {
          if (started && !response.closed() && !response.ended()) {
            response.end();
          } else if (!response.closed()) {
            request.connection().close();
          }
        });
  }
}
