package kith.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kith.core.json.Json;

/// A relay of a few verbs in memory, by the rules of docs/protocol.md; what a hostile one is made
/// from. That the client gets along with the real one is shown in `app`.
public class MemoryRelay implements Network {

  static final long DAY = 20_300;

  private static final int PAGE = 64;

  /// One bond as this relay has it.
  static final class Kind {
    final List<Kept> entries = new ArrayList<>();
    final Map<String, Map<Integer, Kept>> gates = new HashMap<>();
    final Set<String> done = new HashSet<>();
    final Map<String, Integer> seats = new HashMap<>();
  }

  final Map<String, Kind> bonds = new LinkedHashMap<>();
  final Map<String, Kept> invitations = new LinkedHashMap<>();

  @Override
  public Reply send(Request request) throws Unreachable {
    String[] path = request.path().substring(1).split("[/?]");
    Kept body = request.body() == null ? Kept.NOTHING : Kept.of(request.body());
    return switch (path[1]) {
      case "about" -> ok(Kept.NOTHING.with("day", DAY));
      case "bonds" -> bond(request, path, body);
      case "invitations" -> invitation(request, path, body);
      default -> no("not-found");
    };
  }

  static Reply ok(Kept body) {
    return new Reply(200, body.fields());
  }

  static Reply no(String name) {
    return new Reply(409, Json.object().with("type", "urn:kith:problem:" + name).built());
  }

  private Reply bond(Request request, String[] path, Kept body) {
    Kind bond = bonds.computeIfAbsent(path[2], id -> new Kind());
    if (path.length == 3) {
      bond.seats.put(body.text("seat"), 0);
      return ok(Kept.NOTHING.with("day", DAY));
    }
    Integer seat = bond.seats.get(hash(request));
    if (seat == null) {
      return no("not-permitted");
    }
    if (path[3].equals("gates")) {
      return deposit(bond, seat, path[4], body);
    }
    return request.method().equals("POST")
        ? append(bond, seat, body)
        : page(bond, Integer.parseInt(path[4].substring("after=".length())));
  }

  private static String hash(Request request) {
    try {
      byte[] capability = Kept.NOTHING.with("c", request.capability() + "").bytes("c").toArray();
      byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(capability);
      return kith.crypto.Base64Url.format(digest);
    } catch (java.security.GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Reply append(Kind bond, int seat, Kept body) {
    String handle = body.text("handle");
    for (Kept entry : bond.entries) {
      if (entry.has("handle") && entry.text("handle").equals(handle)) {
        return ok(Kept.NOTHING.with("seq", entry.number("seq")).with("day", DAY));
      }
    }
    body.items("closes").forEach(gate -> bond.done.add(((Json.Text) gate).value()));
    Kept entry =
        place(bond).with("by", seat).with("handle", handle).with("parts", body.inner("parts"));
    bond.entries.add(entry);
    return ok(Kept.NOTHING.with("seq", entry.number("seq")).with("day", DAY));
  }

  private static Kept place(Kind bond) {
    return Kept.NOTHING.with("seq", bond.entries.size() + 1).with("day", DAY);
  }

  private static Reply deposit(Kind bond, int seat, String gate, Kept body) {
    Map<Integer, Kept> there = bond.gates.computeIfAbsent(gate, id -> new HashMap<>());
    Kept before = there.get(seat);
    boolean newer = before == null || before.number("revision") < body.number("revision");
    if (newer) {
      there.put(seat, body);
    }
    boolean both = there.size() == 2 && there.values().stream().allMatch(each -> each.has("parts"));
    if (both && bond.done.add(gate)) {
      List<Json> parts = new ArrayList<>();
      for (int each = 0; each < 2; each++) {
        parts.add(Objects.requireNonNull(there.get(each)).inner("parts").fields());
      }
      bond.entries.add(place(bond).with("gate", gate).with("parts", parts));
    }
    return ok(Kept.NOTHING.with("day", DAY));
  }

  static Reply page(Kind bond, int after) {
    List<Json> entries =
        bond.entries.stream().skip(after).limit(PAGE).<Json>map(Kept::fields).toList();
    boolean more = bond.entries.size() > after + PAGE;
    return ok(
        Kept.NOTHING.with("entries", entries).with("more", new Json.Truth(more)).with("day", DAY));
  }

  private Reply invitation(Request request, String[] path, Kept body) {
    Kept there = invitations.getOrDefault(path[2], Kept.NOTHING);
    String step = path.length > 3 ? path[3] : "offer";
    switch (request.method()) {
      case "GET" -> {
        return there.has("offer") ? ok(there) : no("invitation-unknown");
      }
      case "DELETE" -> invitations.remove(path[2]);
      default -> {
        Kept next = there.with(step, body.text(step));
        invitations.put(path[2], body.has("bond") ? next.with("bond", body.text("bond")) : next);
        if (step.equals("accept")) {
          Objects.requireNonNull(bonds.get(there.text("bond"))).seats.put(body.text("seat"), 1);
        }
      }
    }
    return ok(Kept.NOTHING.with("day", DAY));
  }
}
