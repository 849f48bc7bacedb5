package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kith.client.Household.Machine;
import kith.core.json.Json;

/// What holds once every device has read everything: all of a person show the same, no device has
/// stopped, both people have read the same story, and what is shown as sealed is what lies there.
record Alike(MemoryRelay relay, List<Household> houses) {

  private MemoryRelay.Kind bond() {
    return relay.bonds.values().iterator().next();
  }

  void check() {
    Set<String> stories = new HashSet<>();
    Set<String> digits = new HashSet<>();
    for (Household house : houses) {
      for (Machine machine : house.machines) {
        stands(house, machine);
        shows(house, machine);
        stories.add(machine.kith.words(house.local).orElseThrow());
        // After an end nobody is told of keys any more.
        boolean over = bond().ended >= 0;
        digits.add(over ? "" : machine.kith.safetyNumber(house.local).orElseThrow());
      }
    }
    assertThat(stories).hasSize(1);
    assertThat(digits).hasSize(1);
    for (int seat = 0; seat < 2; seat++) {
      showsWhatLiesThere(seat);
    }
  }

  private static void stands(Household house, Machine machine) {
    Kith.Standing standing = machine.kith.standing(house.local);
    Kith.Standing first = house.machines.getFirst().kith.standing(house.local);
    String name = machine.name;
    assertThat(machine.kith.keys().standing().alarm()).as(name).isEmpty();
    assertThat(standing.alarm()).as(name).isEmpty();
    assertThat(standing.stage()).as(name).isEqualTo("joined");
    assertThat(standing.waiting()).as(name + " waits").isFalse();
    assertThat(standing.missing()).as(name + " misses").isZero();
    assertThat(standing.theirName()).as(name).isPresent();
    assertThat(standing.spokenCheck()).as(name).isEqualTo(first.spokenCheck());
    assertThat(standing.compared()).as(name).isEqualTo(first.compared());
  }

  private static void shows(Household house, Machine machine) {
    Kith kith = machine.kith;
    Kith first = house.machines.getFirst().kith;
    String name = machine + " shows something else than " + house.machines.getFirst();
    Json here = kith.view(house.local).fields();
    assertThat(different("", here, first.view(house.local).fields())).as(name).isEmpty();
    List<Json> drawer = first.personal().items("drawer");
    assertThat(kith.personal().items("drawer")).as(name).isEqualTo(drawer);
  }

  /// Where two texts differ, and what each says there.
  private static List<String> different(String at, Json one, Json other) {
    if (one instanceof Json.Fields(Map<String, Json> here)
        && other instanceof Json.Fields(Map<String, Json> there)) {
      return different(at, here, there);
    }
    if (one instanceof Json.Items(List<Json> here)
        && other instanceof Json.Items(List<Json> there)
        && here.size() == there.size()) {
      List<String> found = new ArrayList<>();
      for (int item = 0; item < here.size(); item++) {
        found.addAll(different(at + "/" + item, here.get(item), there.get(item)));
      }
      return found;
    }
    return one.equals(other) ? List.of() : List.of(at + ": " + one + " and " + other);
  }

  private static List<String> different(
      String at, Map<String, Json> here, Map<String, Json> there) {
    Set<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    Json none = new Json.Text("(nothing)");
    List<String> found = new ArrayList<>();
    for (String name : names) {
      Json one = here.getOrDefault(name, none);
      found.addAll(different(at + "/" + name, one, there.getOrDefault(name, none)));
    }
    return found;
  }

  /// What a person sees as sealed is what the relay would open, on each device.
  private void showsWhatLiesThere(int seat) {
    Household house = houses.get(seat);
    for (Machine machine : house.machines) {
      Kept record = house.record(machine);
      for (Json each : machine.kith.view(house.local).items("table")) {
        Kept card = Kept.of(each);
        String exchange = card.text("exchange");
        boolean open = card.text("state").equals("drawn") && bond().ended < 0;
        if (open && !record.inner("bound").has(exchange)) {
          Kept mine = record.inner("sealed").inner(exchange);
          Kept there = lying(new Boxes(record).handle(exchange, 1), seat);
          assertThat(there.inner("parts")).as(machine.name).isEqualTo(mine.inner("parts"));
        }
      }
    }
  }

  private Kept lying(String gate, int seat) {
    return bond().gates.getOrDefault(gate, Map.of()).getOrDefault(seat, Kept.NOTHING);
  }
}
