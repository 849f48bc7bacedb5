package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import kith.core.json.Json;
import kith.crypto.Answers;
import kith.crypto.Bytes;
import kith.crypto.Rejected;
import org.junit.jupiter.api.Test;

/// Cards that open in two steps: both are bound first, then both keys are given.
class TwoStepsTest {

  private final MemoryRelay relay = new MemoryRelay();

  /// Anna lays a card that the two wish to open in two steps.
  private static String drawHeld(Pair pair, Surroundings world) throws Exception {
    Kept offer = Kept.of(pair.anna.view(pair.annas).items("offers").getFirst());
    String exchange = pair.anna.newExchange();
    Kept prompt = Kept.NOTHING;
    for (String name : List.of("deck", "id", "topic", "ring", "language", "text")) {
      prompt = prompt.with(name, offer.fields().at(name).orElseThrow());
    }
    Kept drawn =
        Kept.NOTHING
            .with("type", "drawn")
            .with("exchange", exchange)
            .with("prompt", prompt)
            .with("held", new Json.Truth(true));
    Vault vault = Vault.open(pair.annasStore, world);
    Kept record = Objects.requireNonNull(vault.bonds().get(pair.annas));
    List<Json> events = List.of(drawn.fields());
    vault.save(pair.annas, new Writing(world).withEvents(record, events, List.of()));
    return exchange;
  }

  @Test
  void both_are_bound_before_either_key_leaves_and_then_both_open() throws Exception {
    Pair pair = Pair.met(relay);
    String exchange = drawHeld(pair, Pair.world(relay));
    Kith anna = Kith.open(Pair.world(relay), pair.annasStore);
    anna.sync(pair.annas);
    pair.ben.sync(pair.bens);
    anna.seal(pair.annas, exchange, "what Anna says");
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    assertThat(Pair.card(pair.ben, pair.bens, exchange).orElseThrow().isTrue("bound")).isTrue();
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEmpty();
    nothingOpensAnnasAnswer(pair, exchange);
    anna.sync(pair.annas);
    pair.ben.sync(pair.bens);
    anna.sync(pair.annas);
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo("what Anna says");
    assertThat(Pair.theirs(anna, pair.annas, exchange)).isEqualTo("what Ben says");
    assertThat(anna.standing(pair.annas).alarm()).isEmpty();
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  /// D27: the relay's whole memory and Ben's whole device, before Anna's device has given the key.
  private void nothingOpensAnnasAnswer(Pair pair, String exchange) throws Exception {
    Vault bens = Vault.open(pair.bensStore(), Pair.world(relay));
    Kept record = Objects.requireNonNull(bens.bonds().get(pair.bens));
    Boxes boxes = new Boxes(record);
    Kept card = Pair.card(pair.ben, pair.bens, exchange).orElseThrow();
    Kept part = Kept.of(record.inner("bound").inner(exchange).items("parts").getFirst());
    Kept header =
        Kept.read(
            new kith.crypto.Events()
                .openAtGate(
                    boxes.bond(),
                    new kith.crypto.Events.GatePlace(boxes.gate(exchange, 1), Boxes.seat(0)),
                    part.bytes("event")));
    int tried = 0;
    for (Bytes key : keys()) {
      tried++;
      try {
        String text =
            new Answers()
                .open(
                    boxes.bond(),
                    Boxes.from(card, 0),
                    Boxes.answer(header.inner("sealed"), part.bytes("body"), key));
        throw new AssertionError("opened early: " + text.length());
      } catch (Rejected expected) {
        assertThat(expected).hasMessage("rejected");
      }
    }
    assertThat(tried).isGreaterThan(1);
  }

  private List<Bytes> keys() {
    return relay.bonds.values().stream()
        .flatMap(bond -> bond.gates.values().stream())
        .flatMap(gate -> gate.values().stream())
        .map(deposit -> deposit.inner("parts"))
        .filter(parts -> parts.has("key"))
        .map(parts -> parts.bytes("key"))
        .toList();
  }

  @Test
  void a_light_card_is_followed_by_a_second_gate_too_and_it_means_nothing() throws Exception {
    Pair pair = Pair.met(relay);
    String exchange = pair.draw();
    pair.open(exchange);
    MemoryRelay.Kind bond = relay.bonds.values().iterator().next();
    assertThat(bond.gates).hasSize(2);
    assertThat(bond.entries.getLast().has("gate")).isTrue();
    assertThat(pair.anna.view(pair.annas).number("setAside")).isZero();
    assertThat(Pair.theirs(pair.anna, pair.annas, exchange)).isEqualTo("what Ben says");
  }
}
