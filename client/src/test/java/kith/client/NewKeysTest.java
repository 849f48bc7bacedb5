package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kith.core.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// New keys of a bond: what was said before stays, and whoever copied the old keys reads no more.
class NewKeysTest {

  private final MemoryRelay relay = new MemoryRelay();
  private Pair pair = new Pair(relay, relay);
  private String exchange = "";

  @BeforeEach
  void open() throws Exception {
    pair = Pair.met(relay);
    exchange = pair.draw();
    pair.open(exchange);
  }

  private Kept record(Kith kith) {
    Store store = kith == pair.anna ? pair.annasStore : pair.bensStore();
    String local = kith == pair.anna ? pair.annas : pair.bens;
    return Objects.requireNonNull(Vault.open(store, Pair.world(relay)).bonds().get(local));
  }

  private static Kept response(String exchange, String words) {
    return Kept.NOTHING
        .with("type", "respond")
        .with("exchange", exchange)
        .with("ways", List.of(new Json.Text("heard")))
        .with("words", words);
  }

  private void nobodyIsAlarmed() {
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  @Test
  void both_go_on_under_the_new_key_and_the_old_one_opens_nothing_more() throws Exception {
    Kept before = record(pair.ben);
    pair.anna.renewKeys(pair.annas);
    pair.sync();
    assertThat(record(pair.anna).items("keys"))
        .hasSize(2)
        .isEqualTo(record(pair.ben).items("keys"));
    pair.anna.act(pair.annas, response(exchange, "dear Ben"));
    pair.ben.act(pair.bens, response(exchange, "dear Anna"));
    pair.sync();
    Kept card = Pair.card(pair.ben, pair.bens, exchange).orElseThrow();
    assertThat(card.inner("theirResponse").text("words")).isEqualTo("dear Ben");
    assertThat(Pair.theirs(pair.anna, pair.annas, exchange)).isEqualTo("what Ben says");
    nobodyIsAlarmed();
    nothingOpensWith(before);
  }

  /// Whoever has the old keys, and the whole of the relay.
  private void nothingOpensWith(Kept old) {
    List<Json> keys = old.items("keys");
    assertThat(keys).hasSize(1);
    Boxes boxes = new Boxes(old);
    List<String> opened = new ArrayList<>();
    for (Kept entry : relay.bonds.values().iterator().next().entries) {
      if (entry.has("handle") && entry.number("seq") > 4) {
        kith.crypto.Events.Place place =
            new kith.crypto.Events.Place(entry.bytes("handle"), Boxes.seat(entry.number("by")));
        try {
          new kith.crypto.Events().open(boxes.bond(), place, entry.inner("parts").bytes("event"));
          opened.add(entry.text("handle"));
        } catch (kith.crypto.Rejected closed) {
          assertThat(closed).hasMessage("rejected");
        }
      }
    }
    assertThat(opened).as("only the step itself is under the old key").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void keys_of_opened_words_are_sealed_anew_on_the_relay() throws Exception {
    List<Kept> entries = relay.bonds.values().iterator().next().entries;
    Kept opening = entries.stream().filter(entry -> entry.has("gate")).findFirst().orElseThrow();
    int seq = (int) opening.number("seq");
    pair.anna.renewKeys(pair.annas);
    pair.sync();
    for (int seat = 0; seat < 2; seat++) {
      Kept now = Withdrawing.part(entries.get(seq - 1), seat);
      assertThat(Boxes.epochOf(now.bytes("key"))).isEqualTo(1);
      assertThat(now.text("body")).isEqualTo(Withdrawing.part(opening, seat).text("body"));
    }
    nobodyIsAlarmed();
  }

  @Test
  void of_two_steps_at_once_the_first_counts_and_both_end_with_the_same_keys() throws Exception {
    pair.anna.renewKeys(pair.annas);
    pair.ben.renewKeys(pair.bens);
    pair.sync();
    assertThat(record(pair.anna).items("keys")).isEqualTo(record(pair.ben).items("keys"));
    nobodyIsAlarmed();
  }

  @Test
  void when_both_lose_a_device_at_once_both_end_under_keys_that_neither_lost_device_has()
      throws Exception {
    pair.anna.keys().deviceLost(Set.of());
    pair.ben.keys().deviceLost(Set.of());
    pair.sync();
    nobodyIsAlarmed();
    // Ben's step came second, and his lost device could have read Anna's: so there is a third key.
    assertThat(record(pair.anna).items("keys"))
        .hasSize(3)
        .isEqualTo(record(pair.ben).items("keys"));
    assertThat(pair.anna.safetyNumber(pair.annas)).isEqualTo(pair.ben.safetyNumber(pair.bens));
    pair.anna.act(pair.annas, response(exchange, "dear Ben"));
    pair.ben.act(pair.bens, response(exchange, "dear Anna"));
    pair.sync();
    Kept card = Pair.card(pair.anna, pair.annas, exchange).orElseThrow();
    assertThat(card.inner("theirResponse").text("words")).isEqualTo("dear Anna");
  }

  @Test
  void the_other_is_told_of_every_generation_when_several_went_by() throws Exception {
    Pair late = new Pair(relay, relay);
    late.annas = late.anna.start("Anna");
    String link = late.anna.link(late.annas).orElseThrow();
    late.bens = late.ben.join(late.ben.lookAt("https://kith.example" + link), "Ben");
    late.ben.keys().deviceLost(Set.of());
    late.ben.keys().deviceLost(Set.of());
    late.anna.sync(late.annas);
    late.anna.confirm(late.annas);
    late.sync();
    assertThat(late.alarm(late.anna)).isEmpty();
    assertThat(late.alarm(late.ben)).isEmpty();
    assertThat(late.anna.safetyNumber(late.annas)).isEqualTo(late.ben.safetyNumber(late.bens));
    String drawn = late.draw();
    late.open(drawn);
    assertThat(Pair.theirs(late.anna, late.annas, drawn)).isEqualTo("what Ben says");
  }

  @Test
  void an_invitation_under_keys_that_were_left_behind_is_withdrawn() throws Exception {
    Pair never = new Pair(relay, relay);
    never.annas = never.anna.start("Anna");
    String link = "https://kith.example" + never.anna.link(never.annas).orElseThrow();
    never.anna.keys().deviceLost(Set.of());
    assertThat(never.anna.standing(never.annas).stage()).isEqualTo("closed");
    assertThatThrownBy(() -> never.ben.lookAt(link)).isInstanceOf(Refused.class);
  }

  @Test
  void a_bond_that_begins_after_keys_were_renewed_needs_no_further_renewal() throws Exception {
    Pair next = new Pair(relay, relay);
    next.anna.keys().deviceLost(Set.of());
    next.meet();
    next.sync();
    String drawn = next.draw();
    next.open(drawn);
    assertThat(Pair.theirs(next.ben, next.bens, drawn)).isEqualTo("what Anna says");
    assertThat(next.alarm(next.ben)).isEmpty();
    Store store = next.annasStore;
    Kept kept =
        Objects.requireNonNull(Vault.open(store, Pair.world(relay)).bonds().get(next.annas));
    assertThat(kept.items("keys")).hasSize(1);
    assertThat(kept.inner("renewal").number("told")).isEqualTo(2);
  }

  @Test
  void the_old_capability_opens_nothing_any_more() throws Exception {
    String old = record(pair.anna).text("capability");
    pair.anna.renewKeys(pair.annas);
    String path = "/v1/bonds/" + record(pair.anna).text("bond") + "/entries?after=0";
    Network.Reply reply = relay.send(new Network.Request("GET", path, old, null));
    assertThat(reply.status()).isNotEqualTo(200);
    pair.anna.sync(pair.annas);
    nobodyIsAlarmed();
  }

  @Test
  void a_lost_answer_to_a_new_capability_locks_nobody_out() throws Exception {
    Network loses =
        request -> {
          Network.Reply reply = relay.send(request);
          if (request.path().endsWith("/seat")) {
            throw new Unreachable("lost");
          }
          return reply;
        };
    Kith anna = Kith.open(Pair.world(loses), pair.annasStore);
    try {
      anna.renewKeys(pair.annas);
    } catch (Unreachable lost) {
      assertThat(lost).hasMessageContaining("lost");
    }
    Kith again = Kith.open(Pair.world(relay), pair.annasStore);
    again.sync(pair.annas);
    assertThat(again.standing(pair.annas).alarm()).isEmpty();
    assertThat(again.standing(pair.annas).waiting()).isFalse();
  }

  @Test
  void keys_that_were_not_made_by_the_other_stop_this_device() throws Exception {
    Kith other = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    assertThat(other.bonds()).isEmpty();
    Pair.MemoryStore foreign = new Pair.MemoryStore();
    Vault stranger = Vault.open(foreign, Pair.world(relay));
    Kept mine = record(pair.anna);
    Kept forged = new Renewing(new Device(Pair.world(relay), stranger.me())).begun(mine);
    Json entry = Kept.of(forged.items("outbox").getLast()).without("kind").fields();
    new Relay(relay).append(mine, entry);
    pair.ben.sync(pair.bens);
    assertThat(pair.alarm(pair.ben)).contains("keys");
  }
}
