package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kith.core.json.Json;
import kith.crypto.Bytes;
import org.junit.jupiter.api.Test;

/// A relay that lies to Ben. Whatever it does ends in detection or refusal: never in words that
/// Anna has not said, in her words before both are in, or in a silent loss.
class HostileRelayTest {

  private final MemoryRelay relay = new MemoryRelay();
  private final Lying lying = new Lying(relay);

  private Pair met() throws Exception {
    return Pair.met(relay, lying);
  }

  private void lies(UnaryOperator<List<Json>> entries) {
    lying.page =
        page -> {
          List<Json> changed = new ArrayList<>(entries.apply(page.items("entries")));
          changed.replaceAll(one -> one);
          for (int at = 0; at < changed.size(); at++) {
            changed.set(at, Kept.of(changed.get(at)).with("seq", at + 1).fields());
          }
          return page.with("entries", changed);
        };
  }

  private static void swap(Pair pair, String exchange) throws Exception {
    pair.anna.act(pair.annas, Kept.NOTHING.with("type", "swap").with("exchange", exchange));
  }

  /// Anna draws, swaps, and draws again: three entries that Ben has not read.
  private Pair withThree() throws Exception {
    Pair pair = met();
    pair.anna.sync(pair.annas);
    for (int times = 0; times < 2; times++) {
      Kept offer = Kept.of(pair.anna.view(pair.annas).items("offers").getFirst());
      String exchange = pair.anna.newExchange();
      Kept draw =
          Kept.NOTHING
              .with("type", "draw")
              .with("exchange", exchange)
              .with("prompt", offer.text("id"));
      pair.anna.act(pair.annas, draw);
      if (times == 0) {
        swap(pair, exchange);
      }
    }
    return pair;
  }

  private void stopsBen(Pair pair, String... alarms) throws Exception {
    pair.ben.sync(pair.bens);
    assertThat(pair.alarm(pair.ben)).isPresent();
    assertThat(pair.alarm(pair.ben).orElseThrow()).isIn((Object[]) alarms);
    Kept rest = Kept.NOTHING.with("type", "rest");
    assertThatThrownBy(() -> pair.ben.act(pair.bens, rest)).isInstanceOf(Refused.class);
  }

  @Test
  void one_entry_left_out_is_found() throws Exception {
    Pair pair = withThree();
    lies(entries -> entries.subList(1, entries.size()));
    stopsBen(pair, "fork");
  }

  @Test
  void two_entries_in_another_order_are_found() throws Exception {
    Pair pair = withThree();
    lies(
        entries -> {
          List<Json> changed = new ArrayList<>(entries);
          Collections.swap(changed, 0, 1);
          return changed;
        });
    stopsBen(pair, "fork");
  }

  @Test
  void an_entry_shown_twice_is_found() throws Exception {
    Pair pair = withThree();
    lies(
        entries -> {
          List<Json> changed = new ArrayList<>(entries);
          changed.add(entries.getFirst());
          return changed;
        });
    stopsBen(pair, "replay");
  }

  @Test
  void another_day_is_found() throws Exception {
    Pair pair = withThree();
    lies(
        entries -> {
          List<Json> changed = new ArrayList<>(entries);
          changed.set(0, Kept.of(entries.getFirst()).with("day", MemoryRelay.DAY - 3).fields());
          return changed;
        });
    stopsBen(pair, "fork");
  }

  @Test
  void a_record_rolled_back_is_found() throws Exception {
    Pair pair = withThree();
    pair.ben.sync(pair.bens);
    lies(entries -> entries.subList(0, 1));
    stopsBen(pair, "rollback");
  }

  @Test
  void another_history_than_the_one_read_is_found() throws Exception {
    Pair pair = withThree();
    pair.ben.sync(pair.bens);
    lies(entries -> List.of(entries.get(0), entries.get(2), entries.get(1)));
    stopsBen(pair, "fork");
  }

  @Test
  void an_entry_withheld_is_found_with_the_next_of_ones_own() throws Exception {
    Pair pair = met();
    String exchange = pair.draw();
    swap(pair, exchange);
    lying.page =
        page ->
            page.with(
                "entries",
                page.items("entries").stream()
                    .filter(each -> Kept.of(each).number("seq") != 2)
                    .toList());
    Kept rest = Kept.NOTHING.with("type", "rest");
    pair.ben.act(pair.bens, rest);
    assertThat(pair.alarm(pair.ben)).contains("gap");
  }

  @Test
  void an_entry_by_the_other_shown_as_mine_is_found() throws Exception {
    Pair pair = withThree();
    lies(entries -> entries.stream().map(each -> (Json) by(each, 1)).toList());
    stopsBen(pair, "not-mine");
  }

  private static Json.Fields by(Json entry, int seat) {
    return Kept.of(entry).with("by", seat).fields();
  }

  @Test
  void a_box_under_another_handle_says_nothing() throws Exception {
    Pair pair = withThree();
    lies(
        entries -> {
          List<Json> changed = new ArrayList<>(entries);
          String other = pair.anna.newExchange();
          changed.set(0, Kept.of(entries.getFirst()).with("handle", other).fields());
          return changed;
        });
    stopsBen(pair, "fork");
  }

  private Pair opened() throws Exception {
    Pair pair = met();
    String exchange = pair.draw();
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    return pair;
  }

  /// Ben's own last word stands open before he reads it: what of it is shown to him is changed.
  private Pair beforeTheOpening() throws Exception {
    Pair pair = met();
    String exchange = pair.draw();
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    return pair;
  }

  private void liesAboutTheOpening(UnaryOperator<Kept> change) {
    lies(
        entries -> {
          List<Json> changed = new ArrayList<>(entries);
          for (int at = 0; at < changed.size(); at++) {
            if (Kept.of(changed.get(at)).has("gate")) {
              changed.set(at, change.apply(Kept.of(changed.get(at))).fields());
              break;
            }
          }
          return changed;
        });
  }

  private static String shown(Pair pair) {
    return pair.ben.view(pair.bens).items("table").stream()
        .map(Kept::of)
        .map(card -> card.has("theirs") ? card.inner("theirs").textIf("words").orElse("-") : "-")
        .findFirst()
        .orElse("-");
  }

  @Test
  void two_answers_with_their_seats_swapped_are_found() throws Exception {
    Pair pair = beforeTheOpening();
    liesAboutTheOpening(
        entry ->
            entry.with("parts", List.of(entry.items("parts").get(1), entry.items("parts").get(0))));
    stopsBen(pair, "not-mine");
    assertThat(shown(pair)).isEqualTo("-");
  }

  @Test
  void my_own_answer_echoed_as_the_others_is_not_shown_as_theirs() throws Exception {
    Pair pair = beforeTheOpening();
    liesAboutTheOpening(
        entry ->
            entry.with("parts", List.of(entry.items("parts").get(1), entry.items("parts").get(1))));
    pair.ben.sync(pair.bens);
    assertThat(shown(pair)).isEqualTo("-");
  }

  @Test
  void an_opening_under_another_gate_opens_nothing() throws Exception {
    Pair pair = beforeTheOpening();
    liesAboutTheOpening(entry -> entry.with("gate", pair.anna.newExchange()));
    pair.ben.sync(pair.bens);
    assertThat(shown(pair)).isEqualTo("-");
  }

  /// The relay opens what Ben took back: it has kept it against his word.
  @Test
  void words_that_i_took_back_do_not_open_unseen() throws Exception {
    Pair pair = met();
    String exchange = pair.draw();
    pair.ben.seal(pair.bens, exchange, "too much");
    MemoryRelay.Kind bond = relay.bonds.values().iterator().next();
    Json kept =
        bond.gates.values().stream()
            .flatMap(gate -> Optional.ofNullable(gate.get(1)).stream())
            .findFirst()
            .orElseThrow()
            .inner("parts")
            .fields();
    pair.ben.takeBack(pair.bens, exchange);
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    liesAboutTheOpening(
        entry -> entry.with("parts", List.of(entry.items("parts").getFirst(), kept)));
    stopsBen(pair, "not-mine");
  }

  /// Every byte of every box. One device reads each changed page from where it stood; a page is
  /// read without asking anybody, so that thousands of them take seconds.
  @Test
  void whatever_byte_is_changed_no_other_words_are_shown() throws Exception {
    Pair pair = beforeTheOpening();
    Surroundings world = Pair.world(lying);
    Vault bens = Vault.open(pair.bensStore(), world);
    Device device = new Device(world, bens.me());
    Kept record = Objects.requireNonNull(bens.bonds().get(pair.bens));
    Model model = new Model(record);
    model.follow(record.items("entries"));
    List<Kept> entries = relay.bonds.values().iterator().next().entries;
    int before = (int) record.number("head");
    Kept opening = entries.get(before);
    assertThat(opening.has("gate")).isTrue();
    Json last = entries.get(before - 1).fields();
    for (int seat = 0; seat < 2; seat++) {
      for (String part : List.of("event", "body", "key")) {
        int length = Withdrawing.part(opening, seat).bytes(part).length();
        for (int at = 0; at < length; at++) {
          List<Json> page = List.of(last, changedAt(opening, seat, part, at).fields());
          Kept read = Reading.further(new Reading.Held(device, model, false), record, page);
          nothingElseIsShown(read, seat, part + " " + at);
        }
      }
    }
    Kept whole =
        Reading.further(
            new Reading.Held(device, model, false), record, List.of(last, opening.fields()));
    assertThat(whole.written()).contains("what Anna says");
  }

  private static Kept changedAt(Kept opening, int seat, String part, int at) {
    List<Json> parts = new ArrayList<>(opening.items("parts"));
    Kept one = Kept.of(parts.get(seat));
    byte[] box = one.bytes(part).toArray();
    box[at] ^= 1;
    parts.set(seat, one.with(part, Bytes.of(box)).fields());
    return opening.with("parts", parts);
  }

  private static void nothingElseIsShown(Kept read, int seat, String what) {
    if (seat == 1) {
      assertThat(read.textIf("alarm")).as(what).contains("not-mine");
      return;
    }
    Kept opened = Kept.of(read.items("entries").getLast()).inner("opened");
    assertThat(Kept.of(opened.items("answers").getFirst()).has("words")).as(what).isFalse();
  }

  @Test
  void an_answer_that_is_no_page_is_no_answer() throws Exception {
    Pair pair = opened();
    long read = pair.ben.standing(pair.bens).read();
    for (String odd :
        List.of(
            "{}",
            "{\"day\":1,\"entries\":3}",
            "{\"day\":20300,\"entries\":[7]}",
            "{\"day\":20300,\"entries\":[{\"seq\":\"x\"}]}",
            "{\"day\":20300,\"entries\":[{\"seq\":3,\"day\":20300,\"by\":0}]}")) {
      lying.page = page -> Kept.read(odd);
      Kith fresh = Kith.open(Pair.world(new Fixed(odd)), pair.bensStore());
      assertThatThrownBy(() -> fresh.sync(pair.bens)).as(odd).isInstanceOf(Unreachable.class);
      assertThat(fresh.standing(pair.bens).read()).isEqualTo(read);
    }
  }

  /// Says the same to everything.
  private record Fixed(String body) implements Network {
    @Override
    public Reply send(Request request) {
      return new Reply(200, Kept.read(body).fields());
    }
  }
}
