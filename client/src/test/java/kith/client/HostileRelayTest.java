package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kith.core.json.Json;
import kith.crypto.Account;
import kith.crypto.AccountKeys;
import kith.crypto.Base64Url;
import kith.crypto.Bytes;
import kith.crypto.Handshake;
import kith.crypto.Identity;
import kith.crypto.Invitation;
import kith.crypto.Link;
import kith.crypto.Rejected;
import kith.crypto.Secret;
import kith.crypto.Statement;
import kith.crypto.Suite;
import org.junit.jupiter.api.Test;

/// A relay that lies to Ben. Whatever it does ends in detection or refusal: never in words that
/// Anna has not said, in her words before both are in, or in a silent loss.
class HostileRelayTest {

  private final MemoryRelay relay = new MemoryRelay();
  private final Lying lying = new Lying(relay);

  /// Answers as the relay does, except that Ben's pages are changed.
  private static final class Lying implements Network {
    private final MemoryRelay inner;
    private UnaryOperator<Kept> page = UnaryOperator.identity();
    private UnaryOperator<Kept> invitation = UnaryOperator.identity();

    Lying(MemoryRelay inner) {
      this.inner = inner;
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      Reply reply = inner.send(request);
      if (request.path().contains("?after=")) {
        int after = Integer.parseInt(request.path().replaceAll(".*=", ""));
        return new Reply(200, cut(page.apply(whole(request)), after).fields());
      }
      boolean look = request.path().contains("/invitations/") && request.method().equals("GET");
      return look ? new Reply(200, invitation.apply(Kept.of(reply.body())).fields()) : reply;
    }

    private Kept whole(Request request) {
      String bond = request.path().split("/")[3];
      return Kept.of(MemoryRelay.page(inner.bonds.get(bond), 0).body());
    }

    private static Kept cut(Kept page, int after) {
      return page.with("entries", page.items("entries").stream().skip(after).toList());
    }
  }

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

  /// Every byte of each key record, and every ninth of each other box.
  @Test
  void whatever_byte_is_changed_no_other_words_are_shown() throws Exception {
    for (int seat = 0; seat < 2; seat++) {
      for (String part : List.of("event", "body", "key")) {
        Pair pair = beforeTheOpening();
        int length = part.equals("key") ? 65 : 1024;
        for (int at = 0; at < length; at += part.equals("key") ? 1 : 9) {
          changedAt(pair, seat, part, at);
        }
        relay.bonds.clear();
        lying.page = UnaryOperator.identity();
      }
    }
  }

  private void changedAt(Pair pair, int seat, String part, int at) throws Exception {
    liesAboutTheOpening(
        entry -> {
          List<Json> parts = new ArrayList<>(entry.items("parts"));
          Kept one = Kept.of(parts.get(seat));
          byte[] box = one.bytes(part).toArray();
          box[at] ^= 1;
          parts.set(seat, one.with(part, Bytes.of(box)).fields());
          return entry.with("parts", parts);
        });
    Kith fresh = Kith.open(Pair.world(lying), pair.bensStore());
    fresh.sync(pair.bens);
    String words =
        fresh.view(pair.bens).items("table").stream()
            .map(Kept::of)
            .filter(card -> card.has("theirs"))
            .map(card -> card.inner("theirs").textIf("words").orElse("-"))
            .findFirst()
            .orElse("-");
    if (seat == 0) {
      assertThat(words).as("%s %d", part, at).isEqualTo("-");
    } else {
      assertThat(fresh.standing(pair.bens).alarm()).as("%s %d", part, at).contains("not-mine");
    }
  }

  @Test
  void keys_swapped_at_the_meeting_let_nobody_in() throws Exception {
    Pair pair = new Pair(relay, lying);
    pair.annas = pair.anna.start("Anna");
    String link = "https://kith.example" + pair.anna.link(pair.annas).orElseThrow();
    Kith eve = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    String eves = eve.start("Anna");
    Kept hers = relay.invitations.get(relay.invitations.keySet().stream().toList().getLast());
    assertThat(eve.link(eves)).isPresent();
    lying.invitation = boxes -> boxes.with("offer", hers.text("offer"));
    assertThatThrownBy(() -> pair.ben.lookAt(link))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo("link-broken"));
  }

  /// Eve has the link and the relay, and stands between the two with keys of her own: only the
  /// twelve digits can tell, and they do.
  @Test
  void someone_in_the_middle_with_the_link_shows_other_digits() throws Exception {
    MemoryRelay bensRelay = new MemoryRelay();
    Pair pair = new Pair(relay, bensRelay);
    pair.annas = pair.anna.start("Anna");
    String link = "x" + pair.anna.link(pair.annas).orElseThrow();
    Kith eve = Kith.open(Pair.world(relay), new Pair.MemoryStore());
    eve.join(eve.lookAt(link), "Ben");
    pair.anna.sync(pair.annas);
    pair.anna.confirm(pair.annas);
    Middle middle = new Middle(bensRelay, link.substring(link.indexOf('#')));
    pair.bens = pair.ben.join(pair.ben.lookAt(link), "Ben");
    middle.confirm();
    pair.ben.sync(pair.bens);
    Optional<String> annas = pair.anna.standing(pair.annas).spokenCheck();
    Optional<String> bens = pair.ben.standing(pair.bens).spokenCheck();
    assertThat(annas).isPresent();
    assertThat(bens).isPresent().isNotEqualTo(annas);
  }

  /// Eve as Anna, towards Ben.
  private static final class Middle {
    private final Handshake handshake = new Handshake();
    private final MemoryRelay relay;
    private final Identity eve;
    private final Invitation invitation;
    private final String id;

    Middle(MemoryRelay relay, String fragment) {
      this.relay = relay;
      Secret secret = ((Link.Invited) Link.parse(fragment)).secret();
      AccountKeys keys = AccountKeys.derive(Account.create());
      eve = new Identity(keys, Statement.make(keys, 1));
      Bytes bond = Suite.KITH1.newId();
      long expires = MemoryRelay.DAY + 7;
      invitation = handshake.makeOffer(eve, secret, new Invitation.Terms(bond, expires, "Anna"));
      id = Base64Url.format(handshake.id(secret).toArray());
      String name = Base64Url.format(bond.toArray());
      relay.bonds.put(name, new MemoryRelay.Kind());
      Kept offer = Kept.NOTHING.with("bond", name).with("offer", invitation.offer());
      relay.invitations.put(id, offer);
    }

    void confirm() throws Rejected {
      Kept there = relay.invitations.get(id);
      Invitation.Accepted accepted = handshake.openAccept(eve, invitation, there.bytes("accept"));
      Bytes confirm = handshake.makeConfirm(invitation, accepted);
      relay.invitations.put(id, there.with("confirm", confirm));
    }
  }

  @Test
  void an_accept_that_was_changed_ends_the_invitation() throws Exception {
    Pair pair = new Pair(lying, relay);
    pair.annas = pair.anna.start("Anna");
    String link = "x" + pair.anna.link(pair.annas).orElseThrow();
    pair.bens = pair.ben.join(pair.ben.lookAt(link), "Ben");
    lying.invitation =
        boxes -> {
          byte[] accept = boxes.bytes("accept").toArray();
          accept[1200] ^= 1;
          return boxes.with("accept", Base64Url.format(accept));
        };
    pair.anna.sync(pair.annas);
    assertThat(pair.anna.standing(pair.annas).stage()).isEqualTo("closed");
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
