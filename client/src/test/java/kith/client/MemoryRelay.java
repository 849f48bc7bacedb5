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
    final List<Kept> changes = new ArrayList<>();
    final Map<Integer, Kept> votes = new HashMap<>();
    final Map<Long, Kept> puttingOff = new HashMap<>();
    final List<Kept> forgetting = new ArrayList<>();
    long ended = -1;
  }

  /// What day it is here; the tick epoch has the same number.
  long day = DAY;

  final Map<String, Kind> bonds = new LinkedHashMap<>();
  final Map<String, Kept> invitations = new LinkedHashMap<>();
  final MemoryVaults vaults = new MemoryVaults();

  @Override
  public Reply send(Request request) throws Unreachable {
    String[] path = request.path().substring(1).split("[/?]");
    Kept body = request.body() == null ? Kept.NOTHING : Kept.of(request.body());
    return switch (path[1]) {
      case "about" -> ok(Kept.NOTHING.with("day", day));
      case "bonds" -> bond(request, path, body);
      case "invitations" -> invitation(request, path, body);
      case "vaults" -> vaults.answer(request, path, body);
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
      return ok(Kept.NOTHING.with("day", day));
    }
    Integer seat = bond.seats.get(hash(request));
    if (seat == null) {
      return no("not-permitted");
    }
    return switch (path[3]) {
      case "gates" -> bond.ended < 0 ? deposit(bond, seat, path[4], body) : no("bond-ended");
      case "votes" -> bond.ended < 0 ? votes(request, bond, seat, body) : no("bond-ended");
      case "changes" -> changes(bond, Integer.parseInt(path[4].substring("after=".length())));
      case "keys" -> rewrapped(bond, seat, body);
      case "seat" -> rotated(bond, seat, body);
      case "end" -> end(bond, seat, body);
      default -> entries(request, path, bond, body);
    };
  }

  private Reply entries(Request request, String[] path, Kind bond, Kept body) {
    int seat = Objects.requireNonNull(bond.seats.get(hash(request)));
    if (path.length > 5) {
      return tombstone(bond, seat, Integer.parseInt(path[4]), body);
    }
    if (!request.method().equals("POST")) {
      return page(bond, Integer.parseInt(path[4].substring("after=".length())));
    }
    return bond.ended < 0 ? append(bond, seat, body) : no("bond-ended");
  }

  private Reply tombstone(Kind bond, int seat, int seq, Kept body) {
    if (body.number("on", day) > day) {
      bond.forgetting.add(body.with("seat", seat).with("seq", seq));
    } else {
      erase(bond, seat, seq, body);
    }
    return ok(Kept.NOTHING.with("day", day));
  }

  private void erase(Kind bond, int seat, int seq, Kept body) {
    Kept parts = Withdrawing.part(bond.entries.get(seq - 1), seat);
    if (!parts.has("tombstone")) {
      Kept left = parts.without("body").without("key").with("tombstone", body.text("tombstone"));
      changed(bond, seq, seat, left);
    }
  }

  /// Puts other parts of a seat into an entry, and counts it as a change.
  void changed(Kind bond, int seq, int seat, Kept parts) {
    Kept entry = bond.entries.get(seq - 1);
    Kept next = entry.with("parts", parts);
    if (entry.has("gate")) {
      List<Json> both = new ArrayList<>(entry.items("parts"));
      both.set(seat, parts.fields());
      next = entry.with("parts", both);
    }
    bond.entries.set(seq - 1, next);
    bond.changes.add(Kept.NOTHING.with("change", bond.changes.size() + 1).with("seq", seq));
  }

  private Reply changes(Kind bond, int after) {
    List<Json> changes = new ArrayList<>();
    for (Kept change : bond.changes.subList(after, bond.changes.size())) {
      Kept entry = bond.entries.get((int) change.number("seq") - 1);
      changes.add(change.without("seq").with("entry", entry).fields());
    }
    return ok(
        Kept.NOTHING.with("changes", changes).with("more", new Json.Truth(false)).with("day", day));
  }

  private Reply rewrapped(Kind bond, int seat, Kept body) {
    List<Json> missed = new ArrayList<>();
    for (Json each : body.items("keys")) {
      Kept key = Kept.of(each);
      int seq = (int) key.number("seq");
      Kept parts = Withdrawing.part(bond.entries.get(seq - 1), seat);
      if (parts.textIf("key").equals(key.textIf("was"))) {
        changed(bond, seq, seat, parts.with("key", key.text("key")));
      } else if (!parts.textIf("key").equals(key.textIf("key"))) {
        missed.add(new Json.Whole(seq));
      }
    }
    return ok(Kept.NOTHING.with("missed", missed).with("day", day));
  }

  private Reply rotated(Kind bond, int seat, Kept body) {
    bond.seats.values().removeIf(one -> one == seat);
    bond.seats.put(body.text("seat"), seat);
    return ok(Kept.NOTHING.with("day", day));
  }

  private Reply end(Kind bond, int seat, Kept body) {
    long on = body.number("on", day);
    Kept entry =
        Kept.NOTHING
            .with("by", seat)
            .with("handle", body.text("handle"))
            .with("parts", Kept.NOTHING.with("event", body.text("event")));
    if (on > day) {
      bond.puttingOff.put(on, entry);
    } else if (bond.ended < 0) {
      ended(bond, entry);
    }
    return ok(Kept.NOTHING.with("on", on).with("day", day));
  }

  private void ended(Kind bond, Kept end) {
    bond.ended = day;
    bond.entries.add(
        place(bond)
            .with("by", end.number("by"))
            .with("handle", end.text("handle"))
            .with("parts", end.inner("parts")));
  }

  private Reply votes(Request request, Kind bond, int seat, Kept body) {
    Kept there = bond.votes.getOrDefault(seat, Kept.NOTHING);
    long used = there.number("tick", -1) == day ? counter(there) : 0;
    List<Json> counters = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      counters.add(new Json.Whole(used + 1));
    }
    Kept next = Kept.NOTHING.with("tick", day).with("counters", counters).with("day", day);
    if (request.method().equals("PUT")) {
      if (!body.items("counters").equals(counters) || body.number("tick") != day) {
        return no("votes-moved");
      }
      bond.votes.put(seat, body);
    }
    return ok(next);
  }

  private static long counter(Kept upload) {
    return ((Json.Whole) upload.items("counters").getFirst()).value();
  }

  /// The next day begins: what was put off happens, and where two tags are equal the boxes open.
  void tick() {
    bonds.values().forEach(this::tick);
    day++;
    bonds
        .values()
        .forEach(
            bond -> {
              Kept end = bond.puttingOff.remove(day);
              if (end != null && bond.ended < 0) {
                ended(bond, end);
              }
              for (Kept due : List.copyOf(bond.forgetting)) {
                if (due.number("on") <= day && bond.forgetting.remove(due)) {
                  erase(bond, (int) due.number("seat"), (int) due.number("seq"), due);
                }
              }
            });
  }

  private void tick(Kind bond) {
    Kept zero = bond.votes.getOrDefault(0, Kept.NOTHING);
    Kept one = bond.votes.getOrDefault(1, Kept.NOTHING);
    for (Json each : zero.items("gates")) {
      for (Json other : one.items("gates")) {
        meet(bond, new Both(zero, Kept.of(each)), new Both(one, Kept.of(other)));
      }
    }
  }

  /// One gate of one seat's upload.
  private record Both(Kept upload, Kept gate) {
    Kept vote(long day) {
      return Kept.of(gate.items("votes").get((int) (day - upload.number("tick"))));
    }

    boolean covers(long day) {
      return day >= upload.number("tick") && day < upload.number("tick") + 3;
    }

    byte[] tag(long day, long counter) {
      byte[] tags = vote(day).bytes("tags").toArray();
      return java.util.Arrays.copyOfRange(tags, (int) (counter - 1) * 32, (int) counter * 32);
    }
  }

  private void meet(Kind bond, Both zero, Both one) {
    String gate = zero.gate().text("gate");
    boolean same = gate.equals(one.gate().text("gate")) && zero.covers(day) && one.covers(day);
    if (!same || bond.done.contains(gate)) {
      return;
    }
    byte[] mine = zero.tag(day, counter(one.upload()));
    if (java.util.Arrays.equals(mine, one.tag(day, counter(zero.upload())))) {
      bond.done.add(gate);
      List<Json> parts =
          List.of(
              Kept.NOTHING.with("event", zero.vote(day).text("box")).fields(),
              Kept.NOTHING.with("event", one.vote(day).text("box")).fields());
      bond.entries.add(place(bond).with("gate", gate).with("parts", parts));
    }
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

  private Reply append(Kind bond, int seat, Kept body) {
    String handle = body.text("handle");
    for (Kept entry : bond.entries) {
      if (entry.has("handle") && entry.text("handle").equals(handle)) {
        return ok(Kept.NOTHING.with("seq", entry.number("seq")).with("day", day));
      }
    }
    body.items("closes").forEach(gate -> bond.done.add(((Json.Text) gate).value()));
    Kept entry =
        place(bond).with("by", seat).with("handle", handle).with("parts", body.inner("parts"));
    bond.entries.add(entry);
    return ok(Kept.NOTHING.with("seq", entry.number("seq")).with("day", day));
  }

  private Kept place(Kind bond) {
    return Kept.NOTHING.with("seq", bond.entries.size() + 1).with("day", day);
  }

  private Reply deposit(Kind bond, int seat, String gate, Kept body) {
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
    return ok(Kept.NOTHING.with("day", day));
  }

  Reply page(Kind bond, int after) {
    List<Json> entries =
        bond.entries.stream().skip(after).limit(PAGE).<Json>map(Kept::fields).toList();
    boolean more = bond.entries.size() > after + PAGE;
    return ok(
        Kept.NOTHING
            .with("entries", entries)
            .with("more", new Json.Truth(more))
            .with("tick", day)
            .with("change", bond.changes.size())
            .with("ended", bond.ended < 0 ? new Json.Null() : new Json.Whole(bond.ended))
            .with("day", day));
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
    return ok(Kept.NOTHING.with("day", day));
  }
}
