package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// One person on several devices, over a vault on the relay that knows nothing.
class KeepingTest {

  private final MemoryRelay relay = new MemoryRelay();
  private final Surroundings world = Pair.world(relay);

  /// What stands on a sheet.
  private record Sheet(String whose, Key.Recovery code) {
    Arriving.Claim claim() {
      return new Arriving.Claim(whose, code);
    }
  }

  private Kith person() {
    return Kith.open(world, new Pair.MemoryStore());
  }

  private static Sheet kept(Kith kith) throws Exception {
    List<String> lines = kith.keys().newRecovery();
    Key.Recovery code = new Key.Recovery(lines.getFirst(), lines.getLast());
    kith.keys().addWay(code);
    kith.keys().keep("Desk");
    return new Sheet(kith.keys().accountLine(), code);
  }

  private Kith elsewhere(Sheet sheet) throws Exception {
    return Arriving.bySheet(world, new Pair.MemoryStore(), sheet.claim(), "Laptop");
  }

  private static void keepSafe(Kith kith, String text) {
    List<Json> drawer = new java.util.ArrayList<>(kith.personal().items("drawer"));
    drawer.add(
        Kept.NOTHING
            .with("id", kith.newExchange())
            .with("topic", "work")
            .with("ring", 1)
            .with("text", text)
            .with("bond", new Json.Null())
            .fields());
    kith.keepPersonal(kith.personal().with("drawer", drawer));
  }

  private static List<String> drawer(Kith kith) {
    return kith.personal().items("drawer").stream()
        .map(each -> Kept.of(each).text("text"))
        .sorted()
        .toList();
  }

  private static void refused(
      String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.reason()).isEqualTo(reason));
  }

  @Test
  void what_is_private_follows_to_a_second_device_and_what_it_adds_comes_back() throws Exception {
    Kith first = person();
    keepSafe(first, "not said yet");
    Sheet sheet = kept(first);
    Kith second = elsewhere(sheet);
    assertThat(drawer(second)).containsExactly("not said yet");
    keepSafe(second, "from the laptop");
    second.keys().bring();
    first.keys().bring();
    assertThat(drawer(first)).containsExactly("from the laptop", "not said yet");
    assertThat(first.keys().standing().ways())
        .extracting(Keys.Way::kind, Keys.Way::label, Keys.Way::here)
        .contains(
            org.assertj.core.groups.Tuple.tuple("device", "Desk", true),
            org.assertj.core.groups.Tuple.tuple("device", "Laptop", false));
  }

  @Test
  void two_devices_that_write_at_the_same_moment_lose_nothing_of_either() throws Exception {
    Kith first = person();
    Kith second = elsewhere(kept(first));
    for (int round = 0; round < 3; round++) {
      keepSafe(first, "here " + round);
      keepSafe(second, "there " + round);
      first.keys().bring();
      second.keys().bring();
    }
    first.keys().bring();
    assertThat(drawer(first)).hasSize(6).isEqualTo(drawer(second));
  }

  @Test
  void what_is_longer_than_a_record_follows_whole_and_is_rewritten_whole() throws Exception {
    Kith first = person();
    String text = "äöü and “quotes” 🙂\n".repeat(9_000);
    keepSafe(first, text);
    Kith second = elsewhere(kept(first));
    assertThat(drawer(second)).containsExactly(text);
    keepSafe(second, "and a little more");
    second.keys().bring();
    first.keys().bring();
    assertThat(drawer(first)).containsExactly("and a little more", text);
  }

  @Test
  void a_bond_goes_on_from_the_second_device_with_its_story_and_the_next_answer() throws Exception {
    Pair pair = Pair.met(relay);
    String exchange = pair.draw();
    pair.open(exchange);
    Sheet sheet = kept(pair.anna);
    Kith second = elsewhere(sheet);
    assertThat(second.bonds()).containsExactly(pair.annas);
    second.sync(pair.annas);
    assertThat(Pair.theirs(second, pair.annas, exchange)).isEqualTo("what Ben says");
    assertThat(second.words(pair.annas)).isEqualTo(pair.anna.words(pair.annas));
    assertThat(second.safetyNumber(pair.annas)).isEqualTo(pair.ben.safetyNumber(pair.bens));
    Kept respond =
        Kept.NOTHING
            .with("type", "respond")
            .with("exchange", exchange)
            .with("ways", List.of(new Json.Text("heard")))
            .with("words", "from the laptop");
    second.act(pair.annas, respond);
    pair.sync();
    Kept card = Pair.card(pair.ben, pair.bens, exchange).orElseThrow();
    assertThat(card.inner("theirResponse").text("words")).isEqualTo("from the laptop");
    assertThat(pair.alarm(pair.anna)).isEmpty();
  }

  @Test
  void an_answer_sealed_on_one_device_is_taken_back_from_the_other() throws Exception {
    Pair pair = Pair.met(relay);
    Kith second = elsewhere(kept(pair.anna));
    String exchange = pair.draw();
    pair.anna.seal(pair.annas, exchange, "what Anna says");
    second.sync(pair.annas);
    assertThat(second.sealed(pair.annas, exchange)).contains("what Anna says");
    second.takeBack(pair.annas, exchange);
    pair.ben.seal(pair.bens, exchange, "what Ben says");
    pair.sync();
    assertThat(Pair.theirs(pair.ben, pair.bens, exchange)).isEmpty();
    assertThat(pair.anna.sealed(pair.annas, exchange)).isEmpty();
    assertThat(pair.alarm(pair.anna)).isEmpty();
  }

  @Test
  void a_lost_device_is_shut_out_of_the_vault_and_of_every_bond_and_the_others_go_on()
      throws Exception {
    Pair pair = Pair.met(relay);
    pair.open(pair.draw());
    Sheet sheet = kept(pair.anna);
    Kith lost = elsewhere(sheet);
    Kith third = elsewhere(sheet);
    lost.sync(pair.annas);
    third.sync(pair.annas);
    String here =
        lost.keys().standing().ways().stream()
            .filter(Keys.Way::here)
            .map(Keys.Way::id)
            .findFirst()
            .orElseThrow();
    pair.anna.keys().deviceLost(Set.of(here));
    keepSafe(pair.anna, "after");
    pair.sync();
    assertThatThrownBy(() -> lost.keys().bring())
        .isInstanceOfSatisfying(
            Problem.class, no -> assertThat(no.name()).isEqualTo("not-unlocked"));
    assertThat(lost.keys().standing().removed()).isTrue();
    assertThat(drawer(lost)).isEmpty();
    assertThatThrownBy(() -> lost.sync(pair.annas)).isInstanceOf(Problem.class);
    third.sync(pair.annas);
    assertThat(drawer(third)).containsExactly("after");
    assertThat(third.standing(pair.annas).alarm()).isEmpty();
    assertThat(third.words(pair.annas)).isEqualTo(pair.ben.words(pair.bens));
    Kith fresh = elsewhere(sheet);
    fresh.sync(pair.annas);
    assertThat(fresh.standing(pair.annas).alarm()).isEmpty();
    assertThat(fresh.words(pair.annas)).isEqualTo(pair.ben.words(pair.bens));
    assertThat(fresh.safetyNumber(pair.annas)).isEqualTo(pair.ben.safetyNumber(pair.bens));
  }

  @Test
  void new_keys_of_one_device_wait_on_the_other_until_the_vault_has_brought_them()
      throws Exception {
    Pair pair = Pair.met(relay);
    Kith second = elsewhere(kept(pair.anna));
    second.sync(pair.annas);
    pair.anna.renewKeys(pair.annas);
    pair.sync();
    Kept record = bondOf(pair);
    assertThat(record.items("keys")).hasSize(2);
    second.sync(pair.annas);
    second.act(
        pair.annas, Kept.NOTHING.with("type", "step-back").with("topic", "work").with("ring", 0));
    pair.sync();
    assertThat(second.standing(pair.annas).alarm()).isEmpty();
    assertThat(pair.alarm(pair.anna)).isEmpty();
    assertThat(pair.alarm(pair.ben)).isEmpty();
  }

  private Kept bondOf(Pair pair) {
    Vault vault = Vault.open(pair.annasStore, world);
    return java.util.Objects.requireNonNull(vault.bonds().get(pair.annas));
  }

  @Test
  void a_used_code_is_refused_once_there_is_another_and_words_open_too() throws Exception {
    Kith first = person();
    Sheet sheet = kept(first);
    String words = first.keys().newWords();
    first.keys().addWay(new Key.Words(words));
    Sheet next = kept(first);
    refused("wrong-key", () -> elsewhere(sheet));
    Arriving.Claim claim = new Arriving.Claim(sheet.whose(), new Key.Words(words));
    assertThat(Arriving.bySheet(world, new Pair.MemoryStore(), claim, "Phone").keys().ways())
        .contains("device", "words", "recovery");
    elsewhere(next);
    refused(
        "sheet-slip",
        () ->
            Arriving.bySheet(
                world,
                new Pair.MemoryStore(),
                new Arriving.Claim("0000", new Key.Words(words)),
                "Phone"));
  }

  @Test
  void with_the_sheet_alone_everything_else_is_shut_out() throws Exception {
    Pair pair = Pair.met(relay);
    Sheet sheet = kept(pair.anna);
    String words = pair.anna.keys().newWords();
    pair.anna.keys().addWay(new Key.Words(words));
    Kith safe = elsewhere(sheet);
    List<String> lines = safe.keys().newRecovery();
    Key.Recovery code = new Key.Recovery(lines.getFirst(), lines.getLast());
    safe.keys().reset(code);
    refused("wrong-key", () -> elsewhere(sheet));
    Arriving.Claim byWords = new Arriving.Claim(sheet.whose(), new Key.Words(words));
    refused("wrong-key", () -> Arriving.bySheet(world, new Pair.MemoryStore(), byWords, "Phone"));
    assertThatThrownBy(() -> pair.anna.sync(pair.annas)).isInstanceOf(Problem.class);
    Kith again = elsewhere(new Sheet(sheet.whose(), code));
    again.sync(pair.annas);
    pair.ben.sync(pair.bens);
    again.sync(pair.annas);
    assertThat(again.words(pair.annas)).isEqualTo(pair.ben.words(pair.bens));
    assertThat(again.standing(pair.annas).alarm()).isEmpty();
  }

  @Test
  void another_device_is_let_in_after_both_show_the_same_digits() throws Exception {
    Kith first = person();
    keepSafe(first, "not said yet");
    kept(first);
    Pair.MemoryStore store = new Pair.MemoryStore();
    LinkFromHere from = first.keys().link();
    LinkToHere to = LinkToHere.begin(world, store, "https://kith.example" + from.code(), "Phone");
    refused("link-used", () -> LinkToHere.begin(world, store, from.code(), "Thief"));
    assertThat(to.digits()).isEmpty();
    LinkFromHere.Met met = from.met().orElseThrow();
    assertThat(met.device()).isEqualTo("Phone");
    assertThat(to.digits()).contains(met.digits());
    assertThat(to.in()).isEmpty();
    from.letIn();
    Kith second = to.in().orElseThrow();
    from.stop();
    assertThat(drawer(second)).containsExactly("not said yet");
    first.keys().bring();
    assertThat(first.keys().standing().ways())
        .extracting(Keys.Way::label)
        .containsExactlyInAnyOrder("Desk", "", "Phone");
    assertThat(Kith.open(world, store).keys().standing().kept()).isTrue();
  }

  @Test
  void a_vault_that_is_let_go_is_gone_from_the_relay_and_nothing_is_lost_here() throws Exception {
    Kith first = person();
    keepSafe(first, "not said yet");
    Sheet sheet = kept(first);
    first.keys().letGo();
    assertThat(relay.vaults.safes).isEmpty();
    refused("wrong-key", () -> elsewhere(sheet));
    assertThat(drawer(first)).containsExactly("not said yet");
    first.keys().keep("Desk");
    assertThat(drawer(elsewhere(sheet))).containsExactly("not said yet");
  }

  @Test
  void a_device_that_holds_something_already_is_not_pushed_aside() throws Exception {
    Sheet sheet = kept(person());
    Pair.MemoryStore store = new Pair.MemoryStore();
    keepSafe(Kith.open(world, store), "mine");
    refused("not-empty", () -> Arriving.bySheet(world, store, sheet.claim(), "Laptop"));
    assertThat(drawer(Kith.open(world, store))).containsExactly("mine");
  }

  @Test
  void a_vault_that_only_this_device_opens_is_not_made() {
    Kith first = person();
    refused("no-other-way", () -> first.keys().keep("Desk"));
    assertThat(relay.vaults.safes).isEmpty();
    assertThat(Optional.of(first.keys().standing().kept())).contains(false);
  }

  @Test
  void the_relay_sees_no_word_no_name_and_only_four_sizes() throws Exception {
    Pair pair = Pair.met(relay);
    keepSafe(pair.anna, "not said yet");
    kept(pair.anna);
    for (Kept record : relay.vaults.safes.values().iterator().next().records.values()) {
      byte[] box = record.bytes("box").toArray();
      assertThat(box.length).isIn(1024, 4096, 16_384, 65_536);
      String seen = new String(box, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(seen).doesNotContain("personal", "not said yet", "capability");
    }
  }
}
