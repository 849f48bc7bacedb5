package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import kith.core.json.Json;
import kith.crypto.Account;
import kith.crypto.Base64Url;
import kith.crypto.Suite;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A relay that lies about what a person keeps there: what it shows is found out or refused;
/// nobody reads anything else than was written, and nothing on the device is lost.
class HostileVaultTest {

  private final MemoryRelay relay = new MemoryRelay();
  private final Surroundings world = Pair.world(relay);
  private final List<String> asked = new ArrayList<>();
  private final Network listened =
      request -> {
        asked.add(request.path());
        return relay.send(request);
      };

  private Kith anna = Kith.open(world, new Pair.MemoryStore());
  private List<String> code = List.of();

  @BeforeEach
  void keep() throws Exception {
    anna = person("mine");
    code = anna.keys().newRecovery();
    anna.keys().addWay(new Key.Recovery(code.getFirst(), code.getLast()));
    anna.keys().keep("Desk");
  }

  private Kith person(String text) {
    Kith person = Kith.open(world, new Pair.MemoryStore());
    writes(person, text);
    return person;
  }

  private static void writes(Kith person, String text) {
    Kept kept = Kept.NOTHING.with("id", "one").with("topic", "work").with("ring", 1);
    Json item = kept.with("text", text).with("bond", new Json.Null()).fields();
    person.keepPersonal(person.personal().with("drawer", List.of(item)));
  }

  private static String drawer(Kith kith) {
    return kith.personal().items("drawer").stream()
        .map(each -> Kept.of(each).text("text"))
        .reduce("", String::concat);
  }

  private MemoryVaults.Safe safe() {
    return relay.vaults.safes.values().iterator().next();
  }

  private String idOf(Kith kith, String name) {
    kith.crypto.AccountKeys keys = kith.vault().me().keys();
    return Base64Url.format(new kith.crypto.VaultRecords(keys, Suite.KITH1).id(name).toArray());
  }

  private Kept personal() {
    return java.util.Objects.requireNonNull(safe().records.get(idOf(anna, "personal")));
  }

  /// Shows a record anew, as if it had just been written.
  private void shows(Kept record) {
    safe().records.put(record.text("record"), record.with("change", ++safe().changes));
  }

  private static void refused(String reason, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.reason()).isEqualTo(reason));
  }

  private void stopped(String alarm) {
    refused("vault-stopped", () -> anna.keys().bring());
    assertThat(anna.keys().standing().alarm()).contains(alarm);
    refused("vault-stopped", () -> anna.keys().bring());
  }

  private Kith elsewhere() throws Exception {
    Key key = new Key.Recovery(code.getFirst(), code.getLast());
    Arriving.Claim claim = new Arriving.Claim(anna.keys().accountLine(), key);
    return Arriving.bySheet(Pair.world(listened), new Pair.MemoryStore(), claim, "Laptop");
  }

  @Test
  void an_older_box_shown_again_is_found() throws Exception {
    Kept older = personal();
    writes(anna, "newer");
    anna.keys().bring();
    shows(older);
    stopped("rollback");
    assertThat(drawer(anna)).isEqualTo("newer");
  }

  @Test
  void an_older_box_under_a_newer_number_is_found() throws Exception {
    Kept older = personal();
    writes(anna, "newer");
    anna.keys().bring();
    shows(older.with("version", 3));
    stopped("changed");
    assertThat(drawer(anna)).isEqualTo("newer");
  }

  @Test
  void the_box_of_another_record_is_found() {
    Kept other = java.util.Objects.requireNonNull(safe().records.get(idOf(anna, "account")));
    shows(personal().with("box", other.text("box")).with("version", 2));
    stopped("changed");
    assertThat(drawer(anna)).isEqualTo("mine");
  }

  @Test
  void the_box_of_another_person_is_found() throws Exception {
    Kith eve = person("hers");
    eve.keys().addWay(new Key.Words(eve.keys().newWords()));
    eve.keys().keep("Desk");
    MemoryVaults.Safe hers = List.copyOf(relay.vaults.safes.values()).getLast();
    Kept box = java.util.Objects.requireNonNull(hers.records.get(idOf(eve, "personal")));
    shows(personal().with("box", box.text("box")).with("version", 2));
    stopped("changed");
    assertThat(drawer(anna)).isEqualTo("mine");
  }

  @Test
  void a_record_that_the_relay_takes_away_is_found_and_stays_here() {
    shows(personal().with("box", new Json.Null()).with("version", 2));
    stopped("changed");
    assertThat(drawer(anna)).isEqualTo("mine");
  }

  @Test
  void two_devices_that_are_shown_different_boxes_under_one_number_find_it() throws Exception {
    Kith second = elsewhere();
    anna.keys().bring();
    Kept before = personal();
    writes(second, "from the laptop");
    second.keys().bring();
    Kept other = personal();
    safe().records.put(before.text("record"), before);
    writes(anna, "from the desk");
    anna.keys().bring();
    shows(other);
    stopped("fork");
    assertThat(drawer(anna)).isEqualTo("from the desk");
    assertThat(drawer(second)).isEqualTo("from the laptop");
  }

  /// Every 7th byte of a box, which is no divisor of any part's length.
  @Test
  void whatever_byte_is_changed_nothing_else_is_read() throws Exception {
    byte[] box = personal().bytes("box").toArray();
    Kept shown = personal();
    Mirror mirror = new Mirror(holding(), new VaultRelay(relay), taking());
    for (int at = 0; at < box.length; at += 7) {
      byte[] changed = box.clone();
      changed[at] ^= 1;
      Kept other = shown.with("box", Base64Url.format(changed)).with("version", 1);
      assertThat(mirror.isOpened(other)).as("byte %d", at).isFalse();
    }
    assertThat(mirror.isOpened(shown)).isTrue();
    byte[] last = box.clone();
    last[box.length - 1] ^= 1;
    shows(shown.with("box", Base64Url.format(last)).with("version", 2));
    stopped("changed");
  }

  private Holding holding() {
    return new Holding(world, anna.vault());
  }

  private static Copies taking() {
    return new Copies() {
      @Override
      public java.util.Map<String, Json> all() {
        return java.util.Map.of();
      }

      @Override
      public void take(String name, @org.jspecify.annotations.Nullable Json base, Json theirs) {
        throw new AssertionError("nothing is taken in");
      }
    };
  }

  @Test
  void a_new_device_is_told_how_many_boxes_do_not_open() throws Exception {
    String local = anna.start("Anna");
    anna.keys().bring();
    shows(flipped(idOf(anna, "bond/" + local)));
    Kith second = elsewhere();
    assertThat(second.bonds()).isEmpty();
    assertThat(second.keys().standing().unreadable()).isEqualTo(1);
    assertThat(drawer(second)).isEqualTo("mine");
  }

  private Kept flipped(String id) {
    Kept record = java.util.Objects.requireNonNull(safe().records.get(id));
    byte[] box = record.bytes("box").toArray();
    box[100] ^= 1;
    return record.with("box", Base64Url.format(box));
  }

  @Test
  void a_new_device_stops_where_what_everybody_keeps_does_not_open() {
    shows(flipped(idOf(anna, "personal")));
    refused("vault-stopped", this::elsewhere);
  }

  private void eachUnlocker(UnaryOperator<Kept> change) {
    safe().unlockers.replaceAll((id, unlocker) -> change.apply(unlocker));
  }

  @Test
  void a_way_in_with_another_root_key_in_its_envelope_lets_nobody_in() {
    Account eves = Account.create();
    eachUnlocker(
        unlocker -> {
          kith.crypto.Unlocker way =
              new kith.crypto.Unlocker(
                  Suite.KITH1.newSecret(), unlocker.bytes("unlocker"), eves.id());
          return unlocker.with("envelope", way.makeEnvelope(eves));
        });
    refused("wrong-key", this::elsewhere);
  }

  @Test
  void a_cheaper_cost_for_words_is_refused_before_anything_is_made_of_them() throws Exception {
    String words = anna.keys().newWords();
    anna.keys().addWay(new Key.Words(words));
    eachUnlocker(unlocker -> unlocker.has("kdf") ? unlocker.with("kdf", 0) : unlocker);
    Arriving.Claim claim = new Arriving.Claim(anna.keys().accountLine(), new Key.Words(words));
    refused(
        "wrong-key",
        () -> Arriving.bySheet(Pair.world(listened), new Pair.MemoryStore(), claim, "Laptop"));
    assertThat(asked).isNotEmpty().allMatch(path -> path.endsWith("/challenge"));
  }

  @Test
  void the_vault_of_another_person_in_the_place_of_mine_opens_nothing() throws Exception {
    Kith eve = person("hers");
    eve.keys().addWay(new Key.Recovery(code.getFirst(), code.getLast()));
    eve.keys().keep("Desk");
    List<MemoryVaults.Safe> safes = List.copyOf(relay.vaults.safes.values());
    relay.vaults.safes.replaceAll((id, safe) -> safes.getLast());
    refused("wrong-key", this::elsewhere);
    assertThatThrownBy(() -> anna.keys().bring()).isInstanceOf(Exception.class);
    assertThat(drawer(anna)).isEqualTo("mine");
  }

  @Test
  void a_vault_that_is_said_to_be_gone_loses_nothing_and_none_is_made_unasked() throws Exception {
    relay.vaults.safes.clear();
    assertThatThrownBy(() -> anna.keys().bring())
        .isInstanceOfSatisfying(
            Problem.class, no -> assertThat(no.name()).isEqualTo("not-unlocked"));
    assertThat(anna.keys().standing().removed()).isTrue();
    assertThat(anna.keys().standing().kept()).isTrue();
    assertThat(relay.vaults.safes).isEmpty();
    assertThat(drawer(anna)).isEqualTo("mine");
  }

  @Test
  void a_device_that_the_relay_has_added_is_told_and_gets_no_new_key() throws Exception {
    Account account = anna.vault().account();
    kith.crypto.Unlocker way =
        new kith.crypto.Unlocker(Suite.KITH1.newSecret(), Suite.KITH1.newId(), account.id());
    Kept listed = Locks.listed(way, Kept.NOTHING, new Locks.Label("Desk", 1));
    String id = Base64Url.format(way.id().toArray());
    // The envelope is of no use without the root key, which the relay has not.
    safe().unlockers.put(id, Locks.unlocker(Account.create(), id, listed));
    anna.keys().bring();
    assertThat(anna.keys().standing().strangers()).isEqualTo(1);
    assertThat(anna.keys().standing().ways()).noneMatch(each -> each.id().equals(id));
    anna.keys().deviceLost(Set.of());
    assertThat(safe().unlockers).hasSize(2).doesNotContainKey(id);
    assertThat(anna.keys().standing().strangers()).isZero();
  }

  @Test
  void an_older_generation_is_refused() throws Exception {
    anna.keys().deviceLost(Set.of());
    safe().generation = 1;
    safe().sessions.clear();
    refused("vault-changed", () -> anna.keys().bring());
    assertThat(drawer(anna)).isEqualTo("mine");
  }

  @Test
  void a_statement_of_other_keys_is_refused_when_a_new_generation_is_followed() throws Exception {
    Kith second = elsewhere();
    anna.keys().deviceLost(Set.of());
    String account = idOf(anna, "account");
    Kept there = java.util.Objects.requireNonNull(safe().records.get(account));
    safe().records.put(account, there.with("box", personal().text("box")));
    refused("vault-changed", () -> second.keys().bring());
    assertThat(drawer(second)).isEqualTo("mine");
  }

  @Test
  void whoever_has_seen_the_code_of_a_link_is_not_let_in_unseen() throws Exception {
    LinkFromHere from = anna.keys().link();
    LinkToHere thief = LinkToHere.begin(world, new Pair.MemoryStore(), from.code(), "Laptop");
    refused(
        "link-used", () -> LinkToHere.begin(world, new Pair.MemoryStore(), from.code(), "Laptop"));
    assertThat(from.met()).isPresent();
    assertThat(thief.in()).isEmpty();
    from.stop();
    assertThat(safe().unlockers).hasSize(2);
    refused(
        "link-used", () -> LinkToHere.begin(world, new Pair.MemoryStore(), from.code(), "Laptop"));
  }

  /// The relay answers the code itself, and shows the two devices different boxes.
  @Test
  void a_relay_between_two_devices_shows_other_digits_or_breaks_off() throws Exception {
    MemoryRelay other = new MemoryRelay();
    LinkFromHere from = anna.keys().link();
    other.invitations.putAll(relay.invitations);
    relay.bonds.keySet().forEach(id -> other.bonds.put(id, new MemoryRelay.Kind()));
    LinkToHere honest =
        LinkToHere.begin(Pair.world(other), new Pair.MemoryStore(), from.code(), "Laptop");
    LinkToHere.begin(world, new Pair.MemoryStore(), from.code(), "Laptop");
    String digits = from.met().orElseThrow().digits();
    other.invitations.replaceAll((id, boxes) -> boxes.with("confirm", confirm(id)));
    refused("link-broken", honest::digits);
    assertThat(digits).matches("\\d{4} \\d{4} \\d{4}");
  }

  private String confirm(String id) {
    return java.util.Objects.requireNonNull(relay.invitations.get(id)).text("confirm");
  }
}
