package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// Answers that are lost, and devices that die, just where something is given away for good. Both
/// were found by the simulation of the whole system.
class LostTest {
  private final MemoryRelay relay = new MemoryRelay();

  /// Carries every request, and dies of the answers that are named.
  private static final class Deadly implements Network {
    private final Network inner;
    private Predicate<Request> dies = request -> false;

    Deadly(Network inner) {
      this.inner = inner;
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      Reply reply = inner.send(request);
      if (dies.test(request)) {
        throw new Unreachable("lost");
      }
      return reply;
    }
  }

  @Test
  void whoever_loses_the_answer_to_forgetting_the_invitation_has_joined_all_the_same()
      throws Exception {
    Deadly deadly = new Deadly(relay);
    Pair pair = new Pair(relay, deadly);
    pair.annas = pair.anna.start("Anna");
    String link = "https://kith.example" + pair.anna.link(pair.annas).orElseThrow();
    pair.bens = pair.ben.join(pair.ben.lookAt(link), "Ben");
    pair.anna.sync(pair.annas);
    pair.anna.confirm(pair.annas);
    deadly.dies = request -> request.method().equals("DELETE");
    assertThatThrownBy(() -> pair.ben.sync(pair.bens)).isInstanceOf(Unreachable.class);
    deadly.dies = request -> false;
    Kith again = Kith.open(Pair.world(relay), pair.bensStore());
    again.sync(pair.bens);
    assertThat(again.standing(pair.bens).stage()).isEqualTo("joined");
    assertThat(again.standing(pair.bens).spokenCheck())
        .isEqualTo(pair.anna.standing(pair.annas).spokenCheck());
  }

  @Test
  void a_yes_whose_answer_was_lost_may_count_and_alarms_nobody() throws Exception {
    Deadly deadly = new Deadly(relay);
    Pair pair = Pair.met(deadly, relay);
    pair.anna.act(pair.annas, Kept.NOTHING.with("type", "rest"));
    pair.sync();
    Kept yes =
        Kept.NOTHING
            .with("note", "vote")
            .with("matter", Kept.NOTHING.with("on", "resume"))
            .with("yes", new Json.Truth(true));
    pair.ben.noted(pair.bens, yes);
    deadly.dies = request -> request.method().equals("PUT") && request.path().endsWith("/votes");
    assertThatThrownBy(() -> pair.anna.noted(pair.annas, yes)).isInstanceOf(Unreachable.class);
    deadly.dies = request -> false;
    relay.tick();
    pair.sync();
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(pair.anna.view(pair.annas).inner("together").text("state")).isEqualTo("goes-on");
  }

  @Test
  void an_entry_whose_answer_was_lost_is_there_once() throws Exception {
    Deadly deadly = new Deadly(relay);
    Pair pair = Pair.met(deadly, relay);
    deadly.dies = request -> request.path().endsWith("/entries");
    String exchange = pair.anna.newExchange();
    Kept offer = Kept.of(pair.anna.view(pair.annas).items("offers").getFirst());
    Kept draw = Kept.NOTHING.with("type", "draw").with("exchange", exchange);
    assertThatThrownBy(() -> pair.anna.act(pair.annas, draw.with("prompt", offer.text("id"))))
        .isInstanceOf(Unreachable.class);
    deadly.dies = request -> false;
    pair.sync();
    assertThat(pair.ben.view(pair.bens).items("table")).hasSize(1);
    assertThat(pair.anna.view(pair.annas).items("table")).hasSize(1);
    assertThat(relay.bonds.values().iterator().next().entries).hasSize(1);
  }

  @Test
  void a_deposit_whose_answer_was_lost_opens_once_with_its_words() throws Exception {
    Deadly deadly = new Deadly(relay);
    Pair pair = Pair.met(deadly, relay);
    String exchange = pair.draw();
    deadly.dies = request -> request.path().contains("/gates/");
    assertThatThrownBy(() -> pair.anna.seal(pair.annas, exchange, "what Anna says"))
        .isInstanceOf(Unreachable.class);
    deadly.dies = request -> false;
    pair.sync();
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    pair.sync();
    Kept card = Kept.of(pair.ben.view(pair.bens).items("table").getFirst());
    assertThat(card.inner("theirs").text("words")).isEqualTo("what Anna says");
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  @Test
  void a_device_that_stays_unlocked_is_listed_once_whichever_answer_was_lost() throws Exception {
    for (String verb : List.of("POST /unlockers", "PUT /records")) {
      Deadly deadly = new Deadly(relay);
      Pair.MemoryStore store = new Pair.MemoryStore();
      Kith anna = Kith.open(Pair.world(deadly), store);
      List<String> lines = anna.keys().newRecovery();
      Key.Recovery code = new Key.Recovery(lines.getFirst(), lines.getLast());
      anna.keys().addWay(code);
      anna.keys().keep("Desk");
      anna.keys().lock();
      Kith again = Kith.unlock(Pair.world(deadly), store, code);
      deadly.dies =
          request ->
              (request.method() + " " + request.path()).matches(verb.replace(" ", " .*") + ".*");
      assertThatThrownBy(() -> again.keys().stayUnlocked("Here")).isInstanceOf(Unreachable.class);
      deadly.dies = request -> false;
      again.keys().stayUnlocked("Here");
      again.keys().bring();
      assertThat(again.keys().standing().ways())
          .as(verb)
          .filteredOn(way -> way.label().equals("Here"))
          .hasSize(1);
      assertThat(again.keys().standing().strangers()).isZero();
      assertThat(Kith.isLocked(store)).isFalse();
    }
  }
}
