package kith.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.core.json.Json;
import kith.crypto.Login;
import kith.crypto.Suite;

/// The vaults of a relay in memory, by the rules of docs/protocol.md.
final class MemoryVaults {

  static final String ORIGIN = "http://localhost";

  /// One vault as this relay has it.
  static final class Safe {
    final Map<String, Kept> unlockers = new LinkedHashMap<>();
    final Map<String, Kept> records = new LinkedHashMap<>();
    final Map<String, String> sessions = new HashMap<>();
    long generation = 1;
    long changes;
  }

  final Map<String, Safe> safes = new LinkedHashMap<>();
  private final List<String> challenges = new ArrayList<>();

  Network.Reply answer(Network.Request request, String[] path, Kept body) {
    Safe safe = safes.get(path[2]);
    String verb = path.length > 3 ? path[3] : "";
    if (verb.isEmpty() && request.method().equals("PUT")) {
      return made(path[2], body.inner("unlocker"));
    }
    if (verb.equals("challenge")) {
      return challenged(safe);
    }
    if (safe == null) {
      return MemoryRelay.no("not-unlocked");
    }
    if (verb.equals("unlock")) {
      return unlocked(path[2], safe, body);
    }
    if (request.capability() == null || !safe.sessions.containsKey(request.capability())) {
      return MemoryRelay.no("not-unlocked");
    }
    if (verb.isEmpty()) {
      safes.remove(path[2]);
      return MemoryRelay.ok(Kept.NOTHING);
    }
    return verb.equals("records")
        ? records(request, path, safe, body)
        : unlockers(request, path, safe, body);
  }

  private Network.Reply made(String vault, Kept unlocker) {
    if (safes.containsKey(vault)) {
      return MemoryRelay.no("vault-exists");
    }
    Safe safe = new Safe();
    safe.unlockers.put(unlocker.text("unlocker"), unlocker);
    safes.put(vault, safe);
    return MemoryRelay.ok(Kept.NOTHING);
  }

  private Network.Reply challenged(@org.jspecify.annotations.Nullable Safe safe) {
    Kept challenge = Kept.NOTHING.with("c", Suite.KITH1.newSecret());
    challenges.add(challenge.text("c"));
    Kept words = Kept.NOTHING.with("unlocker", Suite.KITH1.newId());
    words = words.with("salt", Suite.KITH1.newId()).with("kdf", 1);
    Kept recovery = Kept.NOTHING.with("unlocker", Suite.KITH1.newId());
    for (Kept each : safe == null ? List.<Kept>of() : List.copyOf(safe.unlockers.values())) {
      words = each.number("kind") == 2 ? each : words;
      recovery = each.number("kind") == 3 ? each : recovery;
    }
    return MemoryRelay.ok(
        Kept.NOTHING
            .with("challenge", challenge.text("c"))
            .with("words", words.without("envelope"))
            .with("recovery", recovery.without("envelope")));
  }

  private Network.Reply unlocked(String vault, Safe safe, Kept body) {
    Kept unlocker = safe.unlockers.get(body.text("unlocker"));
    boolean fresh = challenges.remove(body.text("challenge"));
    Login login = new Login(ORIGIN, body.bytes("challenge"), body.number("time"));
    if (unlocker == null
        || !fresh
        || !body.text("origin").equals(ORIGIN)
        || !login.verifies(
            Kept.NOTHING.with("v", vault).bytes("v"),
            unlocker.bytes("unlocker"),
            unlocker.bytes("public_key"),
            body.bytes("signature"))) {
      return MemoryRelay.no("not-unlocked");
    }
    Kept session = Kept.NOTHING.with("session", Suite.KITH1.newSecret());
    safe.sessions.put(session.text("session"), unlocker.text("unlocker"));
    return MemoryRelay.ok(
        session.with("envelope", unlocker.text("envelope")).with("generation", safe.generation));
  }

  private static Network.Reply records(
      Network.Request request, String[] path, Safe safe, Kept body) {
    if (path[4].startsWith("after=")) {
      long after = Long.parseLong(path[4].substring("after=".length()));
      List<Json> records =
          safe.records.values().stream()
              .filter(record -> record.number("change") > after)
              .sorted(Comparator.comparingLong(record -> record.number("change")))
              .<Json>map(Kept::fields)
              .toList();
      return MemoryRelay.ok(
          Kept.NOTHING.with("records", records).with("more", new Json.Truth(false)));
    }
    Kept there = safe.records.get(path[4]);
    if (request.method().equals("GET")) {
      return there == null ? MemoryRelay.no("record-unknown") : MemoryRelay.ok(there);
    }
    long version = there == null ? 0 : there.number("version");
    if (version != body.number("was")) {
      return MemoryRelay.no("record-moved");
    }
    Json box = body.fields().at("box").orElse(new Json.Null());
    Kept next =
        Kept.NOTHING
            .with("record", path[4])
            .with("version", version + 1)
            .with("change", ++safe.changes)
            .with("box", box);
    safe.records.put(path[4], next);
    return MemoryRelay.ok(next);
  }

  private static Network.Reply unlockers(
      Network.Request request, String[] path, Safe safe, Kept body) {
    switch (request.method()) {
      case "POST" -> {
        return added(safe, body);
      }
      case "DELETE" -> {
        safe.unlockers.remove(path[4]);
        safe.sessions.values().removeIf(path[4]::equals);
      }
      case "PUT" -> {
        if (body.number("generation") != safe.generation + 1) {
          return MemoryRelay.no("generation-moved");
        }
        renewed(safe, Objects.requireNonNull(request.capability()), body);
      }
      default -> {}
    }
    List<Json> all = safe.unlockers.values().stream().<Json>map(Kept::fields).toList();
    return MemoryRelay.ok(Kept.NOTHING.with("generation", safe.generation).with("unlockers", all));
  }

  private static Network.Reply added(Safe safe, Kept body) {
    Kept unlocker = body.inner("unlocker");
    String id = unlocker.text("unlocker");
    long kind = unlocker.number("kind");
    String replaced = body.textIf("replaces").orElse("");
    boolean isReplaced =
        safe.unlockers.containsKey(replaced) && safe.unlockers.get(replaced).number("kind") == kind;
    for (Kept there : List.copyOf(safe.unlockers.values())) {
      String other = there.text("unlocker");
      boolean isOneOfKind = (kind == 2 || kind == 3) && there.number("kind") == kind;
      if (there.equals(unlocker)) {
        return MemoryRelay.ok(Kept.NOTHING);
      }
      if ((other.equals(id) || isOneOfKind) && !(isReplaced && other.equals(replaced))) {
        return MemoryRelay.no("unlocker-exists");
      }
    }
    if (isReplaced) {
      safe.unlockers.remove(replaced);
      safe.sessions.values().removeIf(replaced::equals);
    }
    safe.unlockers.put(id, unlocker);
    return MemoryRelay.ok(Kept.NOTHING);
  }

  private static void renewed(Safe safe, String session, Kept body) {
    safe.generation++;
    safe.unlockers.clear();
    for (Json each : body.items("unlockers")) {
      safe.unlockers.put(Kept.of(each).text("unlocker"), Kept.of(each));
    }
    safe.sessions.keySet().removeIf(one -> !one.equals(session));
  }
}
