package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Capability;
import kith.wire.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two worlds: the same script of seat A, byte for byte, whatever seat B does in private.
///
/// The clock stands still and all ids are fixed, so nothing needs to be masked.
final class NoninterferenceTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Capability A = Sample.capability(10);
  private static final Capability B = Sample.capability(20);

  /// What B does at each step of A's script.
  @FunctionalInterface
  interface Behaviour {
    void at(int step, Running relay);
  }

  private static void put(Running relay, long gate, long revision, boolean held) {
    String body = Say.deposit(revision, DAY + 5, held ? Sample.words(gate) : null);
    Running.expect("200", relay.ask("PUT", Say.gateOf(1, gate), B, body));
  }

  /// All that B can do in private, by name.
  static Map<String, Behaviour> privateActs() {
    Map<String, Behaviour> worlds = new TreeMap<>();
    worlds.put("deposited", (step, relay) -> put(relay, 50 + step, 1, true));
    worlds.put(
        "deposited once, early", (step, relay) -> once(step, 0, () -> put(relay, 1, 1, true)));
    worlds.put("changed", (step, relay) -> put(relay, 1, step + 1, true));
    worlds.put("removed", (step, relay) -> put(relay, 1, step + 1, step % 2 == 0));
    worlds.put("removed what was never there", (step, relay) -> put(relay, 1, step + 1, false));
    worlds.put("deposited what is over", NoninterferenceTest::expired);
    worlds.put("read everything", (step, relay) -> relay.ask("GET", Say.entriesOf(1), B, null));
    worlds.put("used up its limits", (step, relay) -> once(step, 0, () -> exhaust(relay)));
    worlds.put("sent nonsense", NoninterferenceTest::nonsense);
    return worlds;
  }

  private static void once(int step, int when, Runnable act) {
    if (step == when) {
      act.run();
    }
  }

  private static void expired(int step, Running relay) {
    relay.ask("PUT", Say.gateOf(1, 1), B, Say.deposit(step + 1, DAY - 1, Sample.words(1)));
  }

  private static void nonsense(int step, Running relay) {
    relay.ask("PUT", Say.gateOf(1, 1), B, "{");
    relay.ask("PUT", Say.gateOf(1, 1), Sample.capability(99), Say.deposit(1, DAY, null));
  }

  private static void exhaust(Running relay) {
    for (int i = 0; i <= Limits.LIVE_DEPOSITS; i++) {
      relay.ask("PUT", Say.gateOf(1, 500 + i), B, Say.deposit(1, DAY, Sample.event(i)));
    }
    String last = relay.ask("PUT", Say.gateOf(1, 900), B, Say.deposit(1, DAY, Sample.event(1)));
    Running.expect("429", last);
  }

  /// A's whole view: each answer to the byte, and the live stream to the byte.
  private static List<String> view(Path folder, Behaviour behaviour) throws Exception {
    List<String> seen = new ArrayList<>();
    try (Running relay = new Running(folder)) {
      relay.bond(1);
      try (LiveReader live = new LiveReader(relay.port(), Say.live(1, 10))) {
        live.awaitText(Say.nudge(1, 0));
        List<String[]> script = script();
        for (int step = 0; step < script.size(); step++) {
          behaviour.at(step, relay);
          String[] line = script.get(step);
          seen.add(relay.raw(line[0], line[1], A, line.length > 2 ? line[2] : null));
        }
        relay.raw("POST", Say.entriesOf(1), A, Say.entry(9));
        seen.add(live.awaitText(",\"seq\":3}"));
      }
    }
    return seen;
  }

  private static List<String[]> script() {
    return List.of(
        new String[] {"GET", Say.entriesOf(1)},
        new String[] {"PUT", Say.gateOf(1, 2), Say.deposit(1, DAY + 5, Sample.words(8))},
        new String[] {"POST", Say.entriesOf(1), Say.entry(1)},
        new String[] {"GET", Say.entriesOf(1)},
        new String[] {"PUT", Say.gateOf(1, 2), Say.deposit(1, DAY + 5, Sample.words(9))},
        new String[] {"PUT", Say.gateOf(1, 2), Say.deposit(2, DAY + 5, null)},
        new String[] {"PUT", Say.gateOf(1, 3), "{\"revision\":0}"},
        new String[] {"PUT", Say.gateOf(1, 4), Say.deposit(1, DAY + 5, Sample.words(9))},
        new String[] {"POST", Say.entriesOf(1), Say.entry(2, 2)},
        new String[] {"GET", Say.entriesOf(1) + "?after=1"},
        new String[] {"GET", "/v1/invitations/" + Sample.invitation(90_001).text()},
        new String[] {"GET", "/v1/nothing"});
  }

  @Test
  void what_one_does_in_private_changes_no_byte_that_the_other_receives(@TempDir Path folder)
      throws Exception {
    List<String> alone = view(folder.resolve("alone"), (step, relay) -> {});
    int number = 0;
    for (Map.Entry<String, Behaviour> world : privateActs().entrySet()) {
      List<String> view = view(folder.resolve("world" + number++), world.getValue());
      assertThat(view).as(world.getKey()).isEqualTo(alone);
    }
  }

  @Test
  void an_opening_shows_from_the_moment_that_it_opens_and_not_before(@TempDir Path folder)
      throws Exception {
    List<String> alone = view(folder.resolve("alone"), (step, relay) -> {});
    Behaviour opens = (step, relay) -> once(step, 7, () -> put(relay, 4, 1, true));
    List<String> together = view(folder.resolve("together"), opens);
    assertThat(together.subList(0, 8))
        .as("until then, and even the answer to the deposit that opened it")
        .isEqualTo(alone.subList(0, 8));
    assertThat(together.get(9)).contains(Sample.gate(4).text());
    assertThat(alone.get(9)).doesNotContain(Sample.gate(4).text());
  }

  @Test
  void closing_a_gate_looks_the_same_whether_or_not_the_other_waited_there(@TempDir Path folder)
      throws Exception {
    List<String> alone = view(folder.resolve("alone"), (step, relay) -> {});
    Behaviour waits = (step, relay) -> once(step, 6, () -> put(relay, 2, 1, true));
    assertThat(view(folder.resolve("waiting"), waits)).isEqualTo(alone);
  }

  private static final int DAYS = Boolean.getBoolean("kith.long") ? 30 : 8;
  private static final long LOOK = 25 * 60_000L;
  private static final String BOND = "/v1/bonds/" + Sample.bond(1).text();

  /// What B does on each day, all of it private: votes in every manner, an end and a withdrawal put
  /// off, a vault and its records, a device that wants to be woken.
  private static Map<String, Behaviour> privateLives() {
    Map<String, Behaviour> worlds = new TreeMap<>();
    worlds.put("said no every day", (day, relay) -> vote(relay, 1));
    worlds.put("changed their mind all day", NoninterferenceTest::changeTheirMind);
    worlds.put("put off the end", (day, relay) -> once(day, 1, () -> later(relay)));
    worlds.put("took words back later", (day, relay) -> once(day, 1, () -> takeBack(relay)));
    worlds.put("kept a vault", NoninterferenceTest::keepAVault);
    return worlds;
  }

  private static void vote(Running relay, int counter) {
    int today = (int) (relay.clock.millis() / 86_400_000L);
    relay.ask("GET", BOND + "/votes", B, null);
    relay.ask("PUT", BOND + "/votes", B, Say.votes(today, counter, 200 + counter));
  }

  private static void changeTheirMind(int day, Running relay) {
    for (int counter = 1; counter <= 5; counter++) {
      vote(relay, counter);
    }
    relay.ask("PUT", BOND + "/votes", B, "{\"tick\":1}");
  }

  private static String small(String name) {
    return "\"%s\":\"%s\",\"on\":%d".formatted(name, Say.b64(Sample.box(1024, 3)), DAY + 55);
  }

  private static void later(Running relay) {
    String end = "{\"handle\":\"%s\",%s}".formatted(Sample.handle(70).text(), small("event"));
    Running.expect("200", relay.ask("POST", BOND + "/end", B, end));
  }

  private static void takeBack(Running relay) {
    String path = Say.entriesOf(1) + "/1/tombstone";
    Running.expect("200", relay.ask("PUT", path, B, "{" + small("tombstone") + "}"));
  }

  private static void keepAVault(int day, Running relay) {
    OpenVault vault = new OpenVault(relay, 10 + day);
    String push = "/pushes/" + Sample.id(6).text();
    vault.ask("PUT", "/records/" + Sample.id(5).text(), "{\"was\":0,\"box\":null}");
    vault.ask("PUT", push, "{\"address\":\"https://web.push.apple.com/x\",\"hours\":[7]}");
  }

  /// All that A is sent over days of reading, voting and writing, to the byte.
  private static List<String> days(Path folder, Behaviour behaviour) throws Exception {
    List<String> seen = new ArrayList<>();
    try (Running relay = new Running(folder)) {
      relay.bond(1);
      relay.ask("POST", Say.entriesOf(1), B, Say.entry(1));
      try (LiveReader live = new LiveReader(relay.port(), Say.live(1, 10))) {
        live.awaitText(Say.nudge(1, 1));
        for (int day = 0; day < DAYS; day++) {
          behaviour.at(day, relay);
          seen.addAll(aDay(relay, DAY + day));
          toMidnight(relay, DAY + day + 1);
        }
        relay.raw("POST", Say.entriesOf(1), A, Say.entry(9));
        seen.add(live.awaitText(",\"seq\":2}"));
      }
    }
    return seen;
  }

  /// To the first minute of a day and not beyond: there, whatever minute a bond's own day was given
  /// by chance, it is in the epoch of that number.
  private static void toMidnight(Running relay, int day) {
    relay.clock.toDay(day);
    relay.clock.plusMillis(-4 * LOOK);
    for (int look = 0; look < 4; look++) {
      relay.relay().letTimePass();
      relay.clock.plusMillis(LOOK);
    }
    relay.relay().letTimePass();
  }

  private static List<String> aDay(Running relay, int day) {
    List<String> seen = new ArrayList<>();
    seen.add(relay.raw("GET", Say.entriesOf(1), A, null));
    seen.add(relay.raw("GET", BOND + "/changes", A, null));
    seen.add(relay.raw("GET", BOND + "/votes", A, null));
    seen.add(relay.raw("PUT", BOND + "/votes", A, Say.votes(day, day == DAY ? 1 : 2)));
    seen.add(relay.raw("GET", BOND + "/votes", A, null));
    return seen;
  }

  @Test
  void days_of_a_private_life_change_no_byte_that_the_other_receives(@TempDir Path folder)
      throws Exception {
    List<String> alone = days(folder.resolve("alone"), (day, relay) -> {});
    assertThat(alone).hasSize(5 * DAYS + 1).anyMatch(answer -> answer.contains("[2,2,2]"));
    int number = 0;
    for (Map.Entry<String, Behaviour> world : privateLives().entrySet()) {
      List<String> view = days(folder.resolve("world" + number++), world.getValue());
      assertThat(view).as(world.getKey()).isEqualTo(alone);
    }
  }
}
