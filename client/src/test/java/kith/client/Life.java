package kith.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import kith.client.Household.Machine;
import kith.core.json.Json;
import kith.crypto.Suite;

/// Two people live with their devices, by a seed: whatever they do, on whichever device is on, over
/// a network that loses requests and answers, and with devices that die in the middle.
final class Life {

  /// On a bad line one request of so many fails.
  private static final int BAD_LINE = 8;

  /// So many things they do, looking and doing nothing among them.
  private static final int DEEDS = 18;

  /// In so many rounds of looking every device has read what every other has sent.
  private static final int ROUNDS = 4;

  final MemoryRelay relay = new MemoryRelay();
  final List<Household> houses;

  /// What went into a drawer, which nothing may ever lose.
  final Set<String> kept = new TreeSet<>();

  /// What happened, for whoever looks for the fault.
  final List<String> told = new ArrayList<>();

  private final Random random;
  private int texts;

  Life(long seed) throws Exception {
    random = new Random(seed);
    Random bytes = new Random(seed);
    Suite suite = Suite.drawing(length -> drawn(bytes, length));
    Household.Around around = new Household.Around(relay, random, suite);
    houses = List.of(new Household("Anna", around), new Household("Ben", around));
    for (Household house : houses) {
      for (int more = random.nextInt(3); more > 0; more--) {
        house.add();
      }
    }
  }

  private static byte[] drawn(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private boolean isOneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private Machine one(Household house) {
    List<Machine> on = house.machines.stream().filter(each -> each.off == 0).toList();
    return on.isEmpty() ? house.machines.getFirst() : on.get(random.nextInt(on.size()));
  }

  void meet() throws Exception {
    Household anna = houses.getFirst();
    Household ben = houses.getLast();
    Machine inviting = one(anna);
    anna.local = inviting.kith.start("Anna");
    some(anna);
    Machine joining = one(ben);
    String link = "https://kith.example" + inviting.kith.link(anna.local).orElseThrow();
    ben.local = joining.kith.join(joining.kith.lookAt(link), "Ben");
    some(ben);
    inviting.kith.sync(anna.local);
    Machine confirming = one(anna);
    look(anna, confirming);
    told.add(confirming + " confirms");
    confirming.kith.confirm(anna.local);
    some(anna);
    joining.kith.sync(ben.local);
    some(ben);
  }

  /// Some devices look.
  private void some(Household house) {
    for (Machine machine : house.machines) {
      if (random.nextBoolean()) {
        look(house, machine);
      }
    }
  }

  private interface Deed {
    void done() throws Exception;
  }

  /// What cannot be done now is not done; a device that died is started again.
  private void tried(String what, Machine machine, Deed deed) {
    try {
      deed.done();
      told.add(machine + " " + what);
    } catch (Shaky.Died died) {
      told.add(machine + " " + what + ": died");
      machine.restart();
    } catch (Refused | Problem | Unreachable no) {
      told.add(machine + " " + what + ": " + no);
    } catch (Exception fault) {
      throw new AssertionError(machine + " " + what, fault);
    }
  }

  private void look(Household house, Machine machine) {
    tried(
        "looks",
        machine,
        () -> {
          if (!machine.knows(house.local)) {
            machine.kith.keys().bring();
          }
          if (machine.knows(house.local)) {
            machine.kith.sync(house.local);
          }
        });
  }

  void step() {
    Household house = houses.get(random.nextInt(2));
    for (Machine each : house.machines) {
      int rest = isOneIn(8) ? random.nextInt(12) : 0;
      each.off = each.off > 0 ? each.off - 1 : rest;
    }
    Machine machine = one(house);
    machine.network.oneOf = random.nextBoolean() ? BAD_LINE : 0;
    if (!machine.knows(house.local) || isOneIn(3)) {
      look(house, machine);
    } else {
      act(house, machine);
    }
    machine.network.oneOf = 0;
    if (isOneIn(8)) {
      relay.tick();
      told.add("a day passes");
    }
  }

  private void act(Household house, Machine machine) {
    switch (random.nextInt(DEEDS)) {
      case 0, 1 -> draw(house, machine);
      case 2, 3, 4, 5, 6 -> seal(house, machine);
      case 7, 8, 9 -> takeBack(house, machine);
      case 10 -> respond(house, machine);
      case 11 -> withdraw(house, machine);
      case 12, 13 -> evening(house, machine);
      case 14 -> rest(house, machine);
      case 15 -> renew(house, machine);
      case 16 -> keepSafe(machine);
      default -> seldom(house, machine);
    }
  }

  private void draw(Household house, Machine machine) {
    List<Json> offers = machine.kith.view(house.local).items("offers");
    if (!offers.isEmpty()) {
      String prompt = Kept.of(offers.getFirst()).text("id");
      Kept draw = command("draw").with("exchange", machine.kith.newExchange());
      act(house, machine, draw.with("prompt", prompt));
    }
  }

  private void seal(Household house, Machine machine) {
    String text = text(machine);
    card(house, machine, "table", "drawn")
        .ifPresent(
            exchange ->
                tried(
                    "seals " + text + " for " + exchange,
                    machine,
                    () -> machine.kith.seal(house.local, exchange, text)));
  }

  private void takeBack(Household house, Machine machine) {
    card(house, machine, "table", "drawn")
        .ifPresent(
            exchange ->
                tried(
                    "takes back " + exchange,
                    machine,
                    () -> machine.kith.takeBack(house.local, exchange)));
  }

  private void respond(Household house, Machine machine) {
    List<Json> ways = List.of(new Json.Text("heard"));
    Kept respond = command("respond").with("ways", ways).with("words", text(machine));
    card(house, machine, "table", "opened")
        .ifPresent(exchange -> act(house, machine, respond.with("exchange", exchange)));
  }

  private void withdraw(Household house, Machine machine) {
    Kept withdraw = command("withdraw").with("part", random.nextBoolean() ? "answer" : "response");
    card(house, machine, random.nextBoolean() ? "story" : "table", "")
        .ifPresent(exchange -> act(house, machine, withdraw.with("exchange", exchange)));
  }

  private void evening(Household house, Machine machine) {
    boolean yes = random.nextInt(3) > 0;
    Kept well = Kept.NOTHING.with("note", "comfort").with("comfort", 7).with("free", 7);
    tried(
        "says " + yes + " to an evening",
        machine,
        () -> {
          machine.kith.noted(house.local, well);
          machine.kith.noted(house.local, vote("evening", yes));
        });
  }

  private void rest(Household house, Machine machine) {
    if (isOneIn(12)) {
      act(house, machine, command("rest"));
    } else {
      tried("would go on", machine, () -> machine.kith.noted(house.local, vote("resume", true)));
    }
  }

  private void renew(Household house, Machine machine) {
    if (isOneIn(3)) {
      tried("makes a root key", machine, () -> machine.kith.keys().deviceLost(Set.of()));
    } else {
      tried("renews keys", machine, () -> machine.kith.renewKeys(house.local));
    }
  }

  private void keepSafe(Machine machine) {
    String text = text(machine);
    Kept item =
        Kept.NOTHING
            .with("id", machine.kith.newExchange())
            .with("topic", "work")
            .with("ring", 1)
            .with("text", text)
            .with("bond", new Json.Null());
    List<Json> drawer = new ArrayList<>(machine.kith.personal().items("drawer"));
    drawer.add(item.fields());
    machine.kith.keepPersonal(machine.kith.personal().with("drawer", drawer));
    kept.add(text);
    tried("keeps " + text, machine, () -> machine.kith.keys().bring());
  }

  /// An end, now or later; another device; that the digits were compared.
  private void seldom(Household house, Machine machine) {
    Json takeBack = new Json.Truth(random.nextBoolean());
    Kept end = command("end").with("note", "be well").with("takeBack", takeBack);
    switch (random.nextInt(DEEDS)) {
      case 0 -> act(house, machine, end);
      case 1 -> act(house, machine, end.with("later", new Json.Truth(true)));
      case 2 -> tried("is joined by another", machine, house::add);
      default -> tried("compares", machine, () -> machine.kith.compared(house.local));
    }
  }

  private void act(Household house, Machine machine, Kept command) {
    tried(command.written(), machine, () -> machine.kith.act(house.local, command));
  }

  private String text(Machine machine) {
    return machine + "-" + ++texts;
  }

  private static Kept command(String type) {
    return Kept.NOTHING.with("type", type);
  }

  private static Kept vote(String matter, boolean yes) {
    return Kept.NOTHING
        .with("note", "vote")
        .with("matter", Kept.NOTHING.with("on", matter))
        .with("yes", new Json.Truth(yes));
  }

  private Optional<String> card(Household house, Machine machine, String list, String state) {
    List<String> found =
        machine.kith.view(house.local).items(list).stream()
            .map(Kept::of)
            .filter(card -> state.isEmpty() || card.text("state").equals(state))
            .map(card -> card.text("exchange"))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(random.nextInt(found.size())));
  }

  /// Every device is on, and the line is good.
  void settle() {
    for (int round = 0; round < ROUNDS; round++) {
      for (Household house : houses) {
        house.machines.forEach(machine -> look(house, machine));
      }
    }
  }
}
