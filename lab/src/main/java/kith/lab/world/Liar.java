package kith.lab.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kith.client.Kept;
import kith.client.Network;
import kith.core.json.Json;

/// A relay that lies to one device about one bond, from one day on, and keeps its lie up.
final class Liar {
  /// As many entries as the relay puts into a page.
  private static final int PAGE = 64;

  private final Lie lie;
  private final long from;
  private final Host host;
  private final WorldTime time;
  private int known = -1;
  private OptionalLong took = OptionalLong.empty();

  Liar(Lie lie, long from, Host host, WorldTime time) {
    this.lie = lie;
    this.from = from;
    this.host = host;
    this.time = time;
  }

  /// The day on which something untrue was told first.
  OptionalLong took() {
    return took;
  }

  /// What the device is told instead of what the relay would say.
  Network.Reply told(Network.Request request, Network.Reply reply) {
    String[] path = request.path().split("[/?]");
    boolean entries = path.length > 4 && path[4].equals("entries");
    if (!entries || reply.status() / 100 != 2) {
      return reply;
    }
    boolean reads = request.method().equals("GET");
    if (time.day() < from) {
      remember(reads, reply);
      return reply;
    }
    List<Json> truth = truth(request, path);
    List<Json> told = numbered(lie.told(truth, Math.max(known, 0)));
    if (!told.equals(truth) && took.isEmpty()) {
      took = OptionalLong.of(time.day());
    }
    return reads ? page(reply, told, path[5]) : placed(request, reply, told);
  }

  private void remember(boolean reads, Network.Reply reply) {
    if (reads) {
      for (Json each : Kept.of(reply.body()).items("entries")) {
        known = Math.max(known, (int) Kept.of(each).number("seq"));
      }
    }
  }

  private List<Json> truth(Network.Request request, String[] path) {
    List<Json> truth = new ArrayList<>();
    boolean more = true;
    while (more) {
      String after = "/v1/bonds/" + path[3] + "/entries?after=" + truth.size();
      Kept page =
          Kept.of(
              host.answer(new Network.Request("GET", after, request.capability(), null)).body());
      truth.addAll(page.items("entries"));
      more = page.isTrue("more");
    }
    return truth;
  }

  private static List<Json> numbered(List<Json> told) {
    List<Json> numbered = new ArrayList<>();
    for (Json each : told) {
      numbered.add(Kept.of(each).with("seq", numbered.size() + 1).fields());
    }
    return numbered;
  }

  private static Network.Reply page(Network.Reply reply, List<Json> told, String after) {
    int skip = Integer.parseInt(after.substring(after.indexOf('=') + 1));
    List<Json> shown = told.stream().skip(skip).limit(PAGE).toList();
    Kept page =
        Kept.of(reply.body())
            .with("entries", shown)
            .with("more", new Json.Truth(told.size() > skip + PAGE));
    return new Network.Reply(reply.status(), page.fields());
  }

  /// An acknowledgement names the place at which the lie has the entry.
  private static Network.Reply placed(
      Network.Request request, Network.Reply reply, List<Json> told) {
    Json asked = request.body();
    Optional<String> handle = asked == null ? Optional.empty() : Kept.of(asked).textIf("handle");
    long place = told.size();
    for (Json each : told) {
      if (Kept.of(each).textIf("handle").equals(handle)) {
        place = Kept.of(each).number("seq");
      }
    }
    return new Network.Reply(reply.status(), Kept.of(reply.body()).with("seq", place).fields());
  }
}
