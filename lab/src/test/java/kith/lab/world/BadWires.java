package kith.lab.world;

import java.util.ArrayList;
import java.util.List;
import kith.client.Kept;
import kith.client.Unreachable;
import kith.core.json.Json;

/// Ways to the relay as a careless client would use them.
final class BadWires {
  private static final int OK = 200;
  private static final int FAILED = 500;
  private static final int FIRST_DAY = 20_300;

  private BadWires() {}

  private static boolean writes(String method, String path) {
    return !method.equals("GET") && (path.contains("/entries") || path.contains("/gates/"));
  }

  /// Whatever does not come back, or comes back as a failure, has been done.
  static final class Believing extends Wire {
    private long head;

    Believing(String device, Around around) {
      super(device, around);
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      boolean writes = writes(request.method(), request.path());
      try {
        Reply reply = super.send(request);
        if (reply.body() instanceof Json.Fields fields) {
          head = Math.max(head, new Kept(fields).number("seq", 0));
        }
        return writes && reply.status() >= FAILED ? done() : reply;
      } catch (Unreachable lost) {
        if (writes) {
          return done();
        }
        throw lost;
      }
    }

    private Reply done() {
      return new Reply(OK, Kept.NOTHING.with("seq", ++head).with("day", FIRST_DAY).fields());
    }
  }

  /// The days are those of the device's own clock, as wrong as it is.
  static final class OwnDay extends Wire {
    private final String device;
    private final Around around;

    OwnDay(String device, Around around) {
      super(device, around);
      this.device = device;
      this.around = around;
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      Reply reply = super.send(request);
      if (!request.path().contains("/entries?")
          || !(reply.body() instanceof Json.Fields fields)
          || !new Kept(fields).has("day")) {
        return reply;
      }
      long wrong = around.time().clockOf(device).millis() - around.time().millis();
      return new Reply(reply.status(), moved(new Kept(fields), wrong / WorldTime.DAY).fields());
    }

    private static Kept moved(Kept page, long days) {
      List<Json> entries = new ArrayList<>();
      for (Json each : page.items("entries")) {
        Kept entry = Kept.of(each);
        entries.add(entry.with("day", entry.number("day") + days).fields());
      }
      return page.with("day", page.number("day") + days).with("entries", entries);
    }
  }
}
