package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One of a person's devices is broken off in the middle, or was off for long: another finishes
/// what it had begun, nothing is lost, and no device takes the other's steps for the relay's lies.
class BrokenOffTest {

  private final MemoryRelay relay = new MemoryRelay();
  private final Surroundings world = Pair.world(relay);
  private Predicate<Network.Request> cut = request -> false;
  private Predicate<Network.Request> lost = request -> false;
  private Pair pair = new Pair(relay, relay);
  private Kith second = pair.anna;

  /// Anna's first device is on a line that can be cut; her second is not.
  @BeforeEach
  void meet() throws Exception {
    pair = Pair.met(this::unlessCut, relay);
    pair.sync();
    List<String> lines = pair.anna.keys().newRecovery();
    Key.Recovery code = new Key.Recovery(lines.getFirst(), lines.getLast());
    pair.anna.keys().addWay(code);
    pair.anna.keys().keep("Desk");
    Arriving.Claim claim = new Arriving.Claim(pair.anna.keys().accountLine(), code);
    second = Arriving.bySheet(world, new Pair.MemoryStore(), claim, "Laptop");
    second.sync(pair.annas);
  }

  private Network.Reply unlessCut(Network.Request request) throws Unreachable {
    if (cut.test(request)) {
      throw new Unreachable("cut");
    }
    Network.Reply reply = relay.send(request);
    if (lost.test(request)) {
      throw new Unreachable("the answer was lost");
    }
    return reply;
  }

  private static boolean isDeposit(Network.Request request) {
    return request.path().contains("/gates/");
  }

  private static boolean isVault(Network.Request request) {
    return request.path().contains("/vaults/");
  }

  private static boolean isNewRootKey(Network.Request request) {
    return request.method().equals("PUT") && request.path().endsWith("/unlockers");
  }

  private void nobodyIsAlarmed() throws Exception {
    cut = request -> false;
    for (int times = 0; times < 3; times++) {
      pair.sync();
      second.sync(pair.annas);
    }
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(pair.alarm(pair.ben)).isEmpty();
    assertThat(second.standing(pair.annas).alarm()).isEmpty();
    assertThat(second.words(pair.annas)).isEqualTo(pair.ben.words(pair.bens));
    assertThat(second.view(pair.annas)).isEqualTo(pair.anna.view(pair.annas));
  }

  @Test
  void a_device_to_which_the_answer_about_a_new_root_key_was_lost_goes_on_under_it()
      throws Exception {
    lost = BrokenOffTest::isNewRootKey;
    assertThatThrownBy(() -> pair.anna.keys().deviceLost(Set.of())).isInstanceOf(Unreachable.class);
    lost = request -> false;
    second.sync(pair.annas);
    pair.sync();
    assertThat(pair.anna.vault().account().generation()).isEqualTo(2);
    assertThat(second.vault().account().generation()).isEqualTo(2);
    nobodyIsAlarmed();
  }

  @Test
  void words_that_one_device_could_not_bring_to_the_relay_another_brings() throws Exception {
    String exchange = pair.draw();
    pair.anna.seal(pair.annas, exchange, "first words");
    cut = BrokenOffTest::isDeposit;
    assertThatThrownBy(() -> pair.anna.seal(pair.annas, exchange, "better words"))
        .isInstanceOf(Unreachable.class);
    second.sync(pair.annas);
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo("better words");
    nobodyIsAlarmed();
  }

  @Test
  void what_opened_before_another_device_could_bring_better_words_is_no_lie_of_the_relays()
      throws Exception {
    String exchange = pair.draw();
    pair.anna.seal(pair.annas, exchange, "first words");
    second.sync(pair.annas);
    cut = BrokenOffTest::isDeposit;
    assertThatThrownBy(() -> pair.anna.seal(pair.annas, exchange, "better words"))
        .isInstanceOf(Unreachable.class);
    second.keys().bring();
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    second.sync(pair.annas);
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo("first words");
    nobodyIsAlarmed();
  }

  @Test
  void what_one_device_could_not_take_back_another_takes_back() throws Exception {
    String exchange = pair.draw();
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    second.sync(pair.annas);
    cut = BrokenOffTest::isDeposit;
    assertThatThrownBy(() -> pair.anna.takeBack(pair.annas, exchange))
        .isInstanceOf(Unreachable.class);
    second.sync(pair.annas);
    assertThat(second.sealed(pair.annas, exchange)).isEmpty();
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    second.sync(pair.annas);
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEmpty();
    nobodyIsAlarmed();
  }

  @Test
  void of_two_devices_that_sealed_at_once_the_words_that_both_show_are_those_that_open()
      throws Exception {
    String exchange = pair.draw();
    second.sync(pair.annas);
    cut = BrokenOffTest::isVault;
    pair.anna.seal(pair.annas, exchange, "from the desk");
    second.seal(pair.annas, exchange, "from the laptop");
    cut = request -> false;
    pair.anna.sync(pair.annas);
    second.sync(pair.annas);
    String shown = second.sealed(pair.annas, exchange).orElseThrow();
    assertThat(pair.anna.sealed(pair.annas, exchange)).contains(shown);
    assertThat(pair.anna.draft(pair.annas, exchange)).isEqualTo("from the desk");
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo(shown);
    nobodyIsAlarmed();
  }

  @Test
  void words_that_were_opened_long_ago_are_read_by_who_was_off_when_keys_were_renewed()
      throws Exception {
    String exchange = pair.draw();
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    pair.anna.act(
        pair.annas,
        Kept.NOTHING
            .with("type", "respond")
            .with("exchange", exchange)
            .with("ways", List.of(new kith.core.json.Json.Text("heard")))
            .with("words", "dear Ben"));
    pair.anna.renewKeys(pair.annas);
    pair.anna.sync(pair.annas);
    pair.ben.sync(pair.bens);
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEqualTo("what Anna says");
    Kept card = Pair.card(pair.ben, pair.bens, exchange).orElseThrow();
    assertThat(card.inner("theirResponse").text("words")).isEqualTo("dear Ben");
    nobodyIsAlarmed();
  }

  @Test
  void a_seat_is_found_again_after_two_devices_asked_for_a_new_capability_at_once()
      throws Exception {
    cut = request -> request.path().endsWith("/seat");
    assertThatThrownBy(() -> pair.anna.renewKeys(pair.annas)).isInstanceOf(Unreachable.class);
    cut = BrokenOffTest::isVault;
    second.renewKeys(pair.annas);
    cut = request -> false;
    pair.anna.sync(pair.annas);
    nobodyIsAlarmed();
  }

  @Test
  void an_answer_that_was_lost_leaves_no_device_before_a_locked_seat() throws Exception {
    second.sync(pair.annas);
    Predicate<Network.Request> answer =
        request -> {
          if (request.path().endsWith("/seat")) {
            try {
              relay.send(request);
            } catch (Unreachable never) {
              throw new IllegalStateException(never);
            }
            return true;
          }
          return false;
        };
    cut = answer;
    assertThatThrownBy(() -> pair.anna.renewKeys(pair.annas)).isInstanceOf(Unreachable.class);
    second.renewKeys(pair.annas);
    nobodyIsAlarmed();
  }

  @Test
  void a_device_that_was_off_while_keys_were_renewed_reads_its_owners_own_words() throws Exception {
    String exchange = pair.draw();
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    second.sync(pair.annas);
    second.seal(pair.annas, exchange, "what Anna says");
    pair.ben.renewKeys(pair.bens);
    second.sync(pair.annas);
    cut = BrokenOffTest::isVault;
    pair.anna.sync(pair.annas);
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(Pair.theirs(pair.anna, pair.annas, exchange)).isEqualTo("what Ben says");
    nobodyIsAlarmed();
  }

  @Test
  void a_yes_to_an_evening_from_one_device_counts_after_another_has_taken_one_back()
      throws Exception {
    Kept well = Kept.NOTHING.with("note", "comfort").with("comfort", 7).with("free", 7);
    pair.anna.noted(pair.annas, well);
    pair.ben.noted(pair.bens, well);
    pair.anna.noted(pair.annas, evening(true));
    pair.anna.noted(pair.annas, evening(false));
    second.sync(pair.annas);
    second.noted(pair.annas, evening(true));
    pair.ben.noted(pair.bens, evening(true));
    pair.sync();
    assertThat(pair.ben.view(pair.bens).inner("together").isTrue("evening")).isTrue();
    nobodyIsAlarmed();
  }

  private static Kept evening(boolean yes) {
    return Kept.NOTHING
        .with("note", "vote")
        .with("matter", Kept.NOTHING.with("on", "evening"))
        .with("yes", new kith.core.json.Json.Truth(yes));
  }
}
