package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kith.core.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// All that two people may do beyond an exchange: agree, rest, repair, take back, end.
class WholeBondTest {

  private final MemoryRelay relay = new MemoryRelay();
  private Pair pair = new Pair(relay, relay);

  @BeforeEach
  void meet() throws Exception {
    pair = Pair.met(relay);
    pair.sync();
  }

  private static Kept command(String type) {
    return Kept.NOTHING.with("type", type);
  }

  private static Kept yes(Kept matter, boolean yes) {
    return Kept.NOTHING
        .with("note", "vote")
        .with("matter", matter)
        .with("yes", new Json.Truth(yes));
  }

  private static Kept on(String matter) {
    return Kept.NOTHING.with("on", matter);
  }

  private static Kept response(String exchange, String words) {
    return command("respond")
        .with("exchange", exchange)
        .with("ways", List.of(new Json.Text("heard")))
        .with("words", words);
  }

  private String together(Kith kith) {
    return kith.view(kith == pair.anna ? pair.annas : pair.bens).inner("together").text("state");
  }

  private String opened() throws Exception {
    String exchange = pair.draw();
    pair.open(exchange);
    return exchange;
  }

  private void nobodyIsAlarmed() {
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  @Test
  void a_rest_goes_on_after_one_yes_and_ends_at_the_tick_after_two() throws Exception {
    pair.anna.act(pair.annas, command("rest"));
    pair.sync();
    pair.anna.noted(pair.annas, yes(on("resume"), true));
    pair.ben.sync(pair.bens);
    relay.tick();
    pair.sync();
    assertThat(List.of(together(pair.anna), together(pair.ben))).containsOnly("rests");
    pair.ben.noted(pair.bens, yes(on("resume"), true));
    assertThat(together(pair.ben)).isEqualTo("rests");
    relay.tick();
    pair.sync();
    assertThat(List.of(together(pair.anna), together(pair.ben))).containsOnly("goes-on");
    nobodyIsAlarmed();
  }

  @Test
  void a_yes_that_was_taken_back_before_the_tick_is_none() throws Exception {
    pair.anna.act(pair.annas, command("rest"));
    pair.sync();
    pair.anna.noted(pair.annas, yes(on("resume"), true));
    pair.ben.noted(pair.bens, yes(on("resume"), true));
    pair.anna.noted(pair.annas, yes(on("resume"), false));
    relay.tick();
    pair.sync();
    assertThat(List.of(together(pair.anna), together(pair.ben))).containsOnly("rests");
    nobodyIsAlarmed();
  }

  @Test
  void an_upload_has_one_shape_whatever_its_owner_wants() throws Exception {
    pair.anna.act(pair.annas, command("rest"));
    pair.sync();
    pair.anna.noted(pair.annas, yes(on("resume"), true));
    MemoryRelay.Kind bond = relay.bonds.values().iterator().next();
    assertThat(bond.votes.get(0)).isNotNull();
    for (Kept upload : bond.votes.values()) {
      assertThat(upload.items("gates")).hasSize(12);
      for (Json gate : upload.items("gates")) {
        assertThat(Kept.of(gate).items("votes"))
            .hasSize(3)
            .allSatisfy(
                vote -> {
                  assertThat(Kept.of(vote).bytes("tags").length()).isEqualTo(512);
                  assertThat(Kept.of(vote).bytes("box").length()).isEqualTo(1024);
                });
      }
    }
  }

  @Test
  void an_evening_begins_at_once_when_both_would_like_it_and_one_wish_shows_nothing()
      throws Exception {
    pair.anna.noted(
        pair.annas, Kept.NOTHING.with("note", "comfort").with("comfort", 7).with("free", 7));
    pair.anna.noted(pair.annas, yes(on("evening"), true));
    Kept before = pair.ben.view(pair.bens);
    pair.ben.sync(pair.bens);
    assertThat(pair.ben.view(pair.bens)).isEqualTo(before);
    pair.ben.noted(
        pair.bens, Kept.NOTHING.with("note", "comfort").with("comfort", 7).with("free", 7));
    pair.ben.noted(pair.bens, yes(on("evening"), true));
    pair.sync();
    assertThat(pair.anna.view(pair.annas).inner("together").isTrue("evening")).isTrue();
    assertThat(pair.ben.view(pair.bens).inner("together").isTrue("evening")).isTrue();
    nobodyIsAlarmed();
  }

  @Test
  void what_was_taken_back_is_gone_from_both_devices_and_from_the_relay() throws Exception {
    String exchange = opened();
    pair.anna.act(pair.annas, response(exchange, "dear Ben"));
    pair.sync();
    Kept take = command("withdraw").with("exchange", exchange);
    pair.anna.act(pair.annas, take.with("part", "response"));
    pair.anna.act(pair.annas, take.with("part", "answer"));
    pair.sync();
    for (Kith kith : List.of(pair.anna, pair.ben)) {
      String local = kith == pair.anna ? pair.annas : pair.bens;
      assertThat(kith.view(local).written()).doesNotContain("what Anna says", "dear Ben");
      assertThat(kith.standing(local).missing()).isZero();
    }
    MemoryRelay.Kind bond = relay.bonds.values().iterator().next();
    long tombstones =
        bond.entries.stream()
            .filter(entry -> Withdrawing.part(entry, 0).has("tombstone"))
            .peek(entry -> assertThat(Withdrawing.part(entry, 0).has("body")).isFalse())
            .count();
    assertThat(tombstones).isEqualTo(2);
    Kept card = Pair.card(pair.ben, pair.bens, exchange).orElseThrow();
    assertThat(card.inner("theirs").isTrue("withdrawn")).isTrue();
    assertThat(card.inner("theirResponse").isTrue("withdrawn")).isTrue();
    nobodyIsAlarmed();
  }

  /// A device that reads all of it only afterwards sees what the others see.
  @Test
  void whoever_reads_it_all_afterwards_sees_the_same() throws Exception {
    String exchange = opened();
    Store before = pair.bensStore();
    pair.anna.act(pair.annas, response(exchange, "dear Ben"));
    pair.anna.act(
        pair.annas, command("withdraw").with("exchange", exchange).with("part", "response"));
    pair.sync();
    Kith late = Kith.open(Pair.world(relay), before);
    late.sync(pair.bens);
    assertThat(late.standing(pair.bens).alarm()).isEmpty();
    assertThat(late.view(pair.bens)).isEqualTo(pair.ben.view(pair.bens));
  }

  @Test
  void the_words_of_a_response_stand_in_what_the_relay_can_erase() throws Exception {
    String exchange = opened();
    pair.anna.act(pair.annas, response(exchange, "dear Ben"));
    pair.ben.sync(pair.bens);
    Kept card = Pair.card(pair.ben, pair.bens, exchange).orElseThrow();
    assertThat(card.inner("theirResponse").text("words")).isEqualTo("dear Ben");
    MemoryRelay.Kind bond = relay.bonds.values().iterator().next();
    for (Kept entry : bond.entries) {
      if (entry.has("handle")) {
        assertThat(entry.inner("parts").bytes("body").length()).isEqualTo(1024);
        assertThat(entry.inner("parts").bytes("key").length()).isEqualTo(65);
      }
    }
  }

  @Test
  void what_went_amiss_is_told_said_back_owned_and_mended_by_both() throws Exception {
    String exchange = opened();
    pair.anna.act(
        pair.annas,
        command("tell")
            .with("exchange", exchange)
            .with("misstep", "judged")
            .with("words", "that hurt"));
    pair.sync();
    Kept repair = Kept.of(pair.ben.view(pair.bens).inner("together").items("repairs").getFirst());
    assertThat(repair.text("words")).isEqualTo("that hurt");
    pair.ben.act(
        pair.bens, command("say-back").with("exchange", exchange).with("words", "you felt judged"));
    pair.ben.act(
        pair.bens,
        command("own")
            .with("exchange", exchange)
            .with("own", "I was quick")
            .with("differently", "")
            .with("regret", "I am sorry"));
    pair.sync();
    Kept heard = Kept.of(pair.anna.view(pair.annas).inner("together").items("repairs").getFirst());
    assertThat(heard.text("saidBack")).isEqualTo("you felt judged");
    assertThat(heard.inner("apology").text("regret")).isEqualTo("I am sorry");
    pair.anna.noted(pair.annas, yes(on("mended"), true));
    pair.ben.noted(pair.bens, yes(on("mended"), true));
    relay.tick();
    pair.sync();
    Kept mended = Kept.of(pair.ben.view(pair.bens).inner("together").items("repairs").getFirst());
    assertThat(mended.isTrue("mended")).isTrue();
    nobodyIsAlarmed();
  }

  @Test
  void an_end_is_at_once_and_for_both_and_takes_the_words_along_if_one_likes() throws Exception {
    String exchange = opened();
    pair.anna.act(
        pair.annas, command("end").with("note", "").with("takeBack", new Json.Truth(true)));
    pair.ben.sync(pair.bens);
    assertThat(List.of(together(pair.anna), together(pair.ben))).containsOnly("ended");
    assertThat(pair.ben.view(pair.bens).written()).doesNotContain("what Anna says");
    assertThat(Pair.theirs(pair.anna, pair.annas, exchange)).isEqualTo("what Ben says");
    pair.ben.act(pair.bens, command("withdraw").with("exchange", exchange).with("part", "answer"));
    pair.sync();
    for (Kith kith : List.of(pair.anna, pair.ben)) {
      String local = kith == pair.anna ? pair.annas : pair.bens;
      assertThat(kith.view(local).written()).doesNotContain("what Ben says", "what Anna says");
      assertThat(kith.standing(local).waiting()).isFalse();
    }
    assertThatThrownBy(pair::draw).isInstanceOf(Refused.class);
    nobodyIsAlarmed();
  }

  @Test
  void an_end_that_is_told_later_reads_as_a_rest_until_its_day() throws Exception {
    opened();
    pair.anna.act(
        pair.annas,
        command("end")
            .with("note", "be well")
            .with("later", new Json.Truth(true))
            .with("takeBack", new Json.Truth(true)));
    pair.sync();
    assertThat(together(pair.ben)).isEqualTo("rests");
    long day = pair.anna.standing(pair.annas).leaving().orElseThrow();
    assertThat(day).isBetween(MemoryRelay.DAY + 14, MemoryRelay.DAY + 42);
    while (relay.day < day) {
      assertThat(together(pair.ben)).isEqualTo("rests");
      relay.tick();
      pair.ben.sync(pair.bens);
    }
    pair.sync();
    assertThat(List.of(together(pair.anna), together(pair.ben))).containsOnly("ended");
    assertThat(pair.ben.view(pair.bens).inner("together").inner("note").text("words"))
        .isEqualTo("be well");
    nobodyIsAlarmed();
  }

  @Test
  void stepping_back_and_a_drawer_are_ones_own() throws Exception {
    pair.anna.act(pair.annas, command("step-back").with("topic", "work").with("ring", 0));
    pair.ben.sync(pair.bens);
    assertThat(
            pair.ben.view(pair.bens).items("topics").stream()
                .map(Kept::of)
                .filter(topic -> topic.text("topic").equals("work"))
                .map(topic -> topic.number("ring")))
        .containsExactly(0L);
    Kept kept =
        Kept.NOTHING
            .with("id", "one")
            .with("topic", "family")
            .with("ring", 1)
            .with("text", "not yet said")
            .with("bond", new Json.Null());
    pair.anna.keepPersonal(pair.anna.personal().with("drawer", List.of(kept.fields())));
    Kith again = Kith.open(Pair.world(relay), pair.annasStore);
    assertThat(again.personal().items("drawer")).containsExactly(kept.fields());
    assertThat(again.view(pair.annas).inner("own").items("drawer")).hasSize(1);
  }
}
