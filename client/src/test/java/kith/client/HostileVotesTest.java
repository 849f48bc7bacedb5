package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import kith.core.json.Json;
import kith.crypto.Bytes;
import kith.crypto.Seat;
import kith.crypto.Suite;
import kith.crypto.Votes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A relay that lies about yeses. It can keep two people apart; it cannot make them agree.
class HostileVotesTest {

  private static final Kept RESUME = Kept.NOTHING.with("on", "resume");

  private final MemoryRelay relay = new MemoryRelay();
  private Pair pair = new Pair(relay, relay);

  @BeforeEach
  void rest() throws Exception {
    pair = Pair.met(relay);
    pair.anna.act(pair.annas, Kept.NOTHING.with("type", "rest"));
    pair.sync();
  }

  private static Kept yes(boolean yes) {
    return Kept.NOTHING
        .with("note", "vote")
        .with("matter", RESUME)
        .with("yes", new Json.Truth(yes));
  }

  private MemoryRelay.Kind bond() {
    return relay.bonds.values().iterator().next();
  }

  private Kept record(Kith kith) {
    Store store = kith == pair.anna ? pair.annasStore : pair.bensStore();
    String local = kith == pair.anna ? pair.annas : pair.bens;
    return Objects.requireNonNull(Vault.open(store, Pair.world(relay)).bonds().get(local));
  }

  /// The gate of the resting bond's question, as both can compute it.
  private Bytes gate() {
    Boxes boxes = new Boxes(record(pair.anna));
    return new Votes(Suite.KITH1).gate(boxes.bond(), 8, "resume", 0);
  }

  /// The box that a seat's upload holds for the present tick at that gate.
  private String box(int seat) {
    Kept upload = Objects.requireNonNull(bond().votes.get(seat));
    String id = Kept.NOTHING.with("g", gate()).text("g");
    return upload.items("gates").stream()
        .map(Kept::of)
        .filter(gate -> gate.text("gate").equals(id))
        .map(gate -> Kept.of(gate.items("votes").getFirst()).text("box"))
        .findFirst()
        .orElseThrow();
  }

  private String anyBox(int seat) {
    Kept upload = Objects.requireNonNull(bond().votes.get(seat));
    return Kept.of(Kept.of(upload.items("gates").getFirst()).items("votes").getFirst()).text("box");
  }

  private void opens(Bytes gate, String first, String second) {
    List<Json> parts =
        List.of(
            Kept.NOTHING.with("event", first).fields(),
            Kept.NOTHING.with("event", second).fields());
    Kept entry =
        Kept.NOTHING
            .with("seq", bond().entries.size() + 1)
            .with("day", relay.day)
            .with("gate", gate)
            .with("parts", parts);
    bond().entries.add(entry);
  }

  private void nobodyAgrees() throws Exception {
    pair.sync();
    for (Kith kith : List.of(pair.anna, pair.ben)) {
      String local = kith == pair.anna ? pair.annas : pair.bens;
      assertThat(kith.view(local).inner("together").text("state")).isEqualTo("rests");
    }
  }

  @Test
  void one_yes_opened_beside_anything_else_is_no_agreement() throws Exception {
    pair.anna.noted(pair.annas, yes(true));
    opens(gate(), box(0), anyBox(1));
    nobodyAgrees();
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  @Test
  void my_yes_shown_in_both_places_is_no_agreement() throws Exception {
    pair.anna.noted(pair.annas, yes(true));
    opens(gate(), box(0), box(0));
    nobodyAgrees();
  }

  @Test
  void two_yeses_of_different_ticks_are_no_agreement() throws Exception {
    pair.anna.noted(pair.annas, yes(true));
    String old = box(0);
    relay.tick();
    pair.anna.noted(pair.annas, yes(false));
    pair.ben.noted(pair.bens, yes(true));
    opens(gate(), old, box(1));
    nobodyAgrees();
  }

  @Test
  void two_yeses_under_another_gate_are_no_agreement() throws Exception {
    pair.anna.noted(pair.annas, yes(true));
    pair.ben.noted(pair.bens, yes(true));
    opens(Suite.KITH1.newId(), box(0), box(1));
    nobodyAgrees();
  }

  @Test
  void a_yes_that_was_taken_back_and_kept_by_the_relay_stops_its_owner() throws Exception {
    pair.ben.noted(pair.bens, yes(true));
    String kept = box(1);
    pair.ben.noted(pair.bens, yes(false));
    pair.anna.noted(pair.annas, yes(true));
    opens(gate(), box(0), kept);
    pair.ben.sync(pair.bens);
    assertThat(pair.alarm(pair.ben)).contains("not-mine");
  }

  @Test
  void a_yes_that_the_other_has_made_in_my_name_stops_me() throws Exception {
    pair.anna.noted(pair.annas, yes(true));
    Boxes boxes = new Boxes(record(pair.anna));
    Votes votes = new Votes(Suite.KITH1);
    Votes.Question question = new Votes.Question(8, "resume", relay.day);
    Bytes self = votes.selfTag(boxes.bond(), boxes.amk(), question, Seat.JOINER);
    String text = Kept.NOTHING.with("v", 1).with("at", 1).with("self", self).written();
    Bytes forged = votes.seal(boxes.bond(), question, Seat.JOINER, text);
    opens(gate(), box(0), Kept.NOTHING.with("b", forged).text("b"));
    pair.ben.sync(pair.bens);
    assertThat(pair.alarm(pair.ben)).contains("not-mine");
  }

  @Test
  void odd_counters_make_no_yes_and_stop_nobody() throws Exception {
    for (String counters : List.of("[0,0,0]", "[17,17,17]", "[1]", "\"x\"")) {
      Network odd =
          request ->
              request.path().endsWith("/votes") && request.method().equals("GET")
                  ? new Network.Reply(
                      200, Kept.read("{\"tick\":20300,\"counters\":" + counters + "}").fields())
                  : relay.send(request);
      Kith ben = Kith.open(Pair.world(odd), pair.bensStore());
      try {
        ben.noted(pair.bens, yes(true));
      } catch (Unreachable | Problem told) {
        assertThat(told).isNotNull();
      }
      assertThat(ben.standing(pair.bens).alarm()).isEmpty();
    }
    nobodyAgrees();
  }

  @Test
  void words_of_an_end_by_the_relay_alone_lose_nothing() throws Exception {
    Network says =
        request ->
            request.method().equals("POST") || request.path().contains("/gates/")
                ? MemoryRelay.no("bond-ended")
                : relay.send(request);
    Kith ben = Kith.open(Pair.world(says), pair.bensStore());
    Kept less = Kept.NOTHING.with("type", "step-back").with("topic", "work").with("ring", 0);
    try {
      ben.act(pair.bens, less);
    } catch (Problem told) {
      assertThat(told.name()).isEqualTo("bond-ended");
    }
    assertThat(ben.standing(pair.bens).waiting()).isTrue();
    assertThat(ben.view(pair.bens).inner("together").text("state")).isEqualTo("rests");
  }
}
