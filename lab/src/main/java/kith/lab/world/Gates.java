package kith.lab.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.client.Kept;
import kith.core.json.Json;

/// What every gate holds, told a second time and plainly: two seats, the newest revision of each,
/// and an opening at most once. The relay must open nothing that this does not.
final class Gates {
  private final Map<String, Map<String, Kept>> deposits = new HashMap<>();
  private final Map<String, Set<String>> voters = new HashMap<>();
  private final Map<String, List<String>> opened = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  /// A deposit that the relay took.
  void deposited(String gate, String capability, Kept deposit, long day) {
    Map<String, Kept> there = deposits.computeIfAbsent(gate, id -> new LinkedHashMap<>());
    Kept before = there.get(capability);
    if (before == null || before.number("revision") < deposit.number("revision")) {
      there.put(capability, deposit);
    }
    boolean both = there.size() == 2 && there.values().stream().allMatch(one -> waits(one, day));
    if (both && done.add(gate)) {
      opened.put(gate, there.values().stream().map(one -> event(one.inner("parts"))).toList());
    }
  }

  private static boolean waits(Kept deposit, long day) {
    return deposit.has("parts") && deposit.number("expires") >= day;
  }

  private static String event(Kept parts) {
    return parts.text("event");
  }

  /// An entry that the relay took ends these gates.
  void closed(List<Json> gates) {
    for (Json gate : gates) {
      if (gate instanceof Json.Text(String id)) {
        done.add(id);
      }
    }
  }

  /// An upload of votes that the relay took.
  void voted(String capability, Kept upload) {
    for (Json each : upload.items("gates")) {
      voters.computeIfAbsent(Kept.of(each).text("gate"), id -> new HashSet<>()).add(capability);
    }
  }

  /// An opening as the relay shows it.
  void shown(Kept entry) {
    String gate = entry.text("gate");
    List<String> events = new ArrayList<>();
    entry.items("parts").forEach(part -> events.add(event(Kept.of(part))));
    boolean deposited = opened.containsKey(gate) && opened.get(gate).containsAll(events);
    boolean voted = voters.getOrDefault(gate, Set.of()).size() == 2;
    if (!deposited && !voted) {
      throw new Broken(Property.GATE, "Entry " + entry.number("seq") + " opens something else.");
    }
  }
}
