package kith.lab.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.client.Kept;
import kith.client.Network;
import kith.core.json.Json;

/// Sees every request as the relay does, and every answer, and holds the relay to its word.
final class Watch {
  private static final String BONDS = "/v1/bonds/";

  private final Map<String, Ledger> ledgers = new HashMap<>();
  private final Map<String, Sayings> sayings = new HashMap<>();
  private final Gates gates = new Gates();

  /// What the people of a bond say to each other.
  Sayings of(String bond) {
    return sayings.computeIfAbsent(bond, name -> new Sayings());
  }

  /// What the relay has acknowledged of a bond.
  Ledger ledger(String bond) {
    return ledgers.computeIfAbsent(bond, name -> new Ledger());
  }

  /// A request that leaves a device.
  void blind(Network.Request request, Spelling spelling) {
    Json body = request.body();
    if (body != null && spelling.asked(body).contains(Sayings.MARK)) {
      throw new Broken(Property.BLIND, request.method() + " carries words that can be read.");
    }
  }

  /// A request that the relay has answered.
  void carried(Network.Request request, Network.Reply reply) {
    if (reply.status() / 100 != 2 || !request.path().startsWith(BONDS)) {
      return;
    }
    List<String> path = steps(request.path());
    if (path.size() < 5) {
      return;
    }
    String capability = request.capability();
    Kept asked = request.body() == null ? Kept.NOTHING : Kept.of(request.body());
    Kept answer = Kept.of(reply.body());
    switch (request.method() + " " + path.get(4)) {
      case "POST entries" -> {
        ledger(path.get(3)).acknowledged(asked.text("handle"), answer.number("seq"));
        gates.closed(asked.items("closes"));
      }
      case "PUT gates" ->
          gates.deposited(path.get(5), capability + "", asked, answer.number("day"));
      case "PUT votes" -> gates.voted(capability + "", asked);
      case "GET entries" -> read(path.get(3), number(path.get(5)), answer);
      default -> {}
    }
  }

  /// What stands between the slashes of a path, and behind its question mark.
  static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < path.length(); at++) {
      if (path.charAt(at) == '/' || path.charAt(at) == '?') {
        steps.add(path.substring(from, at));
        from = at + 1;
      }
    }
    steps.add(path.substring(from));
    return steps;
  }

  private static long number(String after) {
    return Long.parseLong(after.substring(after.indexOf('=') + 1));
  }

  private void read(String bond, long after, Kept page) {
    ledger(bond).read(after, page);
    for (Json each : page.items("entries")) {
      Kept entry = Kept.of(each);
      if (entry.has("gate")) {
        gates.shown(entry);
      }
    }
  }
}
