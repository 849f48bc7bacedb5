package kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import kith.core.json.Json;
import kith.crypto.Bytes;
import kith.crypto.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A relay that lies about what was taken back. Words of the other stay until their author takes
/// them back; words of mine never go unnoticed.
class HostileWithdrawTest {

  private final MemoryRelay relay = new MemoryRelay();
  private Pair pair = new Pair(relay, relay);
  private String exchange = "";

  @BeforeEach
  void open() throws Exception {
    pair = Pair.met(relay);
    exchange = pair.draw();
    pair.open(exchange);
  }

  private MemoryRelay.Kind bond() {
    return relay.bonds.values().iterator().next();
  }

  private int opening() {
    for (int at = 0; at < bond().entries.size(); at++) {
      if (bond().entries.get(at).has("gate")) {
        return at + 1;
      }
    }
    throw new AssertionError("nothing has opened");
  }

  private static String random() {
    byte[] box = new byte[1024];
    for (int at = 0; at < box.length; at += Bytes.KEY) {
      System.arraycopy(Suite.KITH1.newSecret().toArray(), 0, box, at, Bytes.KEY);
    }
    box[0] = 1;
    java.util.Arrays.fill(box, 1, 5, (byte) 0);
    return Kept.NOTHING.with("b", Bytes.of(box)).text("b");
  }

  private void erased(int seq, int seat, String tombstone) {
    Kept parts = Withdrawing.part(bond().entries.get(seq - 1), seat);
    relay.changed(
        bond(), seq, seat, parts.without("body").without("key").with("tombstone", tombstone));
  }

  private void takeBack() throws Exception {
    Kept take = Kept.NOTHING.with("type", "withdraw").with("exchange", exchange);
    pair.anna.act(pair.annas, take.with("part", "answer"));
  }

  private void bensWordsOfAnnaStay() throws Exception {
    pair.ben.sync(pair.bens);
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo("what Anna says");
    assertThat(pair.ben.standing(pair.bens).missing()).isEqualTo(1);
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  @Test
  void words_that_the_relay_took_away_by_itself_stay_here_and_are_called_missing()
      throws Exception {
    erased(opening(), 0, random());
    bensWordsOfAnnaStay();
  }

  @Test
  void a_tombstone_moved_from_the_other_seat_takes_nothing_back() throws Exception {
    Kept take = Kept.NOTHING.with("type", "withdraw").with("exchange", exchange);
    pair.ben.act(pair.bens, take.with("part", "answer"));
    String bens = Withdrawing.part(bond().entries.get(opening() - 1), 1).text("tombstone");
    erased(opening(), 0, bens);
    bensWordsOfAnnaStay();
  }

  @Test
  void a_tombstone_moved_from_another_entry_takes_nothing_back() throws Exception {
    Kept respond = Kept.NOTHING.with("type", "respond").with("exchange", exchange);
    pair.anna.act(
        pair.annas,
        respond.with("ways", java.util.List.of(new Json.Text("heard"))).with("words", "dear Ben"));
    Kept take = Kept.NOTHING.with("type", "withdraw").with("exchange", exchange);
    pair.anna.act(pair.annas, take.with("part", "response"));
    Optional<String> moved =
        bond().entries.stream()
            .map(entry -> Withdrawing.part(entry, 0))
            .flatMap(part -> part.textIf("tombstone").stream())
            .findFirst();
    erased(opening(), 0, moved.orElseThrow());
    bensWordsOfAnnaStay();
  }

  @Test
  void words_of_mine_that_i_did_not_take_back_stop_this_device() throws Exception {
    erased(opening(), 1, random());
    pair.ben.sync(pair.bens);
    assertThat(pair.alarm(pair.ben)).contains("not-mine");
  }

  @Test
  void words_taken_back_in_the_log_are_gone_even_if_the_relay_shows_no_tombstone()
      throws Exception {
    takeBack();
    bond().changes.clear();
    pair.ben.sync(pair.bens);
    assertThat(pair.ben.view(pair.bens).written()).doesNotContain("what Anna says");
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  @Test
  void a_change_that_shows_another_event_box_is_found() throws Exception {
    Kept entry = bond().entries.get(opening() - 1);
    Kept parts = Withdrawing.part(entry, 0).with("event", random());
    relay.changed(bond(), opening(), 0, parts);
    pair.ben.sync(pair.bens);
    assertThat(pair.alarm(pair.ben)).contains("fork");
  }

  /// Ben's device was away; the relay shows the opening with the words gone, and no one's word.
  @Test
  void whoever_never_saw_the_words_is_told_that_they_are_missing() throws Exception {
    Pair late = Pair.met(relay);
    MemoryRelay.Kind last = relay.bonds.values().stream().reduce((one, two) -> two).orElseThrow();
    String card = late.draw();
    late.ben.seal(late.bens, card, "what Ben says");
    Store before = late.bensStore();
    late.anna.seal(late.annas, card, "what Anna says");
    Kept parts = Withdrawing.part(last.entries.get(1), 0);
    relay.changed(last, 2, 0, parts.without("body").without("key").with("tombstone", random()));
    Kith ben = Kith.open(Pair.world(relay), before);
    ben.sync(late.bens);
    assertThat(ben.standing(late.bens).missing()).isEqualTo(1);
    assertThat(ben.standing(late.bens).alarm()).isEmpty();
    assertThat(Pair.theirs(ben, late.bens, card)).isEmpty();
    assertThat(Objects.requireNonNull(Pair.card(ben, late.bens, card))).isPresent();
  }
}
