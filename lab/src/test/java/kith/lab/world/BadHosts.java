package kith.lab.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.client.Kept;
import kith.client.Network;
import kith.core.json.Json;
import kith.lab.dice.Dice;

/// Relays as a careless hand would write them.
final class BadHosts {
  private BadHosts() {}

  private static boolean appends(Network.Request request) {
    return request.method().equals("POST") && request.path().endsWith("/entries");
  }

  private static Network.Request with(Network.Request request, String name, Json value) {
    Json body = request.body();
    return new Network.Request(
        request.method(),
        request.path(),
        request.capability(),
        body == null ? null : Kept.of(body).with(name, value).fields());
  }

  private static String handle(Network.Request request) {
    Json body = request.body();
    return body == null ? "" : Kept.of(body).text("handle");
  }

  /// An entry that it has already is a new one to it.
  static class Forgetful extends Host {
    private final Set<String> handles = new HashSet<>();
    private long again;

    Forgetful(WorldTime time, Dice dice) {
      super(time, dice);
    }

    /// What it takes for new although it has it.
    boolean isForgotten(String handle) {
      return !handles.add(handle);
    }

    @Override
    Network.Reply answer(Network.Request request) {
      boolean anew = appends(request) && isForgotten(handle(request));
      return super.answer(
          anew ? with(request, "handle", new Json.Text("%020dAA".formatted(again++))) : request);
    }
  }

  /// The same, but only for what it wrote before it was started again.
  static final class Restarted extends Forgetful {
    private final Set<String> running = new HashSet<>();
    private final Set<String> before = new HashSet<>();

    Restarted(WorldTime time, Dice dice) {
      super(time, dice);
    }

    @Override
    boolean isForgotten(String handle) {
      running.add(handle);
      return before.contains(handle);
    }

    @Override
    void restart() {
      super.restart();
      before.addAll(running);
    }
  }

  /// The entry that it acknowledged last is not yet on its disk, and gone when it dies.
  static final class TooEarly extends Host {
    private final Set<String> gone = new HashSet<>();
    private String last = "";

    TooEarly(WorldTime time, Dice dice) {
      super(time, dice);
    }

    @Override
    void restart() {
      super.restart();
      gone.add(last);
    }

    @Override
    Network.Reply answer(Network.Request request) {
      Network.Reply reply = super.answer(request);
      if (appends(request)) {
        last = handle(request);
      }
      boolean reads = request.method().equals("GET") && request.path().contains("/entries?");
      return reads && reply.body() instanceof Json.Fields page ? without(reply, page) : reply;
    }

    private Network.Reply without(Network.Reply reply, Json.Fields page) {
      List<Json> left = new ArrayList<>();
      for (Json each : new Kept(page).items("entries")) {
        Kept entry = Kept.of(each);
        if (entry.textIf("handle").map(gone::contains).orElse(false)) {
          break;
        }
        left.add(each);
      }
      return new Network.Reply(reply.status(), new Kept(page).with("entries", left).fields());
    }
  }
}
