package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// A sheet takes the place of another, and the network goes at any of the steps.
class SheetsTest {

  /// More steps than there are.
  private static final int MOST_STEPS = 40;

  /// Of two that are alike, the later by its id.
  private static final String THEIRS = "zzzzzzzzzzzzzzzzzzzzzw";

  private final MemoryRelay relay = new MemoryRelay();

  /// What somebody else does just before a request arrives, or just after.
  private interface Meanwhile {
    void happens(Network.Request request, boolean isDone) throws Exception;
  }

  /// Goes for good at a step.
  private static final class Line implements Network {
    private final Network relay;
    private int left = Integer.MAX_VALUE;
    private boolean isHeard;
    private Meanwhile meanwhile = (request, isDone) -> {};

    Line(Network relay) {
      this.relay = relay;
    }

    /// @param heard whether the last request arrives, so that its answer is what is lost
    void cutAfter(int steps, boolean heard) {
      left = steps;
      isHeard = heard;
    }

    @Override
    public Reply send(Request request) throws Unreachable {
      if (left == 0 && isHeard) {
        relay.send(request);
      }
      if (left-- <= 0) {
        left = 0;
        isHeard = false;
        throw new Unreachable("the network is gone");
      }
      try {
        meanwhile.happens(request, false);
        Reply reply = relay.send(request);
        meanwhile.happens(request, true);
        return reply;
      } catch (Unreachable gone) {
        throw gone;
      } catch (Exception other) {
        throw new IllegalStateException(other);
      }
    }
  }

  private static Key.Recovery code(Kith kith) {
    List<String> lines = kith.keys().newRecovery();
    return new Key.Recovery(lines.getFirst(), lines.getLast());
  }

  /// Somebody whose things are kept, on a line that can be cut.
  private static final class Person {
    private final Line line;
    private final Pair.MemoryStore store = new Pair.MemoryStore();
    private Kith kith;
    private final Key.Recovery old;

    Person(MemoryRelay relay) throws Exception {
      line = new Line(relay);
      kith = Kith.open(Pair.world(line), store);
      old = code(kith);
      kith.keys().addWay(old);
      kith.keys().keep("Desk");
    }

    boolean isCutIn(Key.Recovery next, int steps, boolean heard) throws Exception {
      line.cutAfter(steps, heard);
      try {
        kith.keys().addWay(next);
        return false;
      } catch (Unreachable cut) {
        return true;
      } finally {
        line.cutAfter(Integer.MAX_VALUE, false);
      }
    }

    List<Boolean> sheets() {
      return kith.keys().standing().ways().stream()
          .filter(way -> way.kind().equals("recovery"))
          .map(Keys.Way::coming)
          .toList();
    }
  }

  private boolean opens(Person person, Key.Recovery code) throws Exception {
    return comesIn(person, code);
  }

  private boolean comesIn(Person person, Key code) throws Exception {
    Arriving.Claim claim = new Arriving.Claim(person.kith.keys().accountLine(), code);
    try {
      Arriving.bySheet(Pair.world(relay), new Pair.MemoryStore(), claim, "Elsewhere");
      return true;
    } catch (Refused no) {
      return false;
    }
  }

  private String which(Person person, Key.Recovery next) throws Exception {
    return opens(person, person.old) + "," + opens(person, next);
  }

  private MemoryVaults.Safe safe(Person person) {
    String vault = VaultRelay.vault(person.kith.vault().account().id());
    return java.util.Objects.requireNonNull(relay.vaults.safes.get(vault));
  }

  /// Looked at without the relay: what a device comes to that arrives changes it.
  private boolean isThere(Person person, Key.Recovery code) throws Exception {
    for (Kept unlocker : List.copyOf(safe(person).unlockers.values())) {
      if (unlocker.number("kind") == 3) {
        kith.crypto.Unlocker typed =
            WaysIn.unlocker(person.kith.vault().account().id(), unlocker, code);
        return unlocker.bytes("public_key").equals(typed.loginKey());
      }
    }
    return false;
  }

  @Test
  void cut_at_any_step_one_of_the_two_opens_and_later_only_the_new_one() throws Exception {
    for (boolean heard : List.of(false, true)) {
      Set<String> between = new TreeSet<>();
      int steps = 0;
      for (; steps < MOST_STEPS; steps++) {
        Person person = new Person(relay);
        Key.Recovery next = code(person.kith);
        if (!person.isCutIn(next, steps, heard)) {
          break;
        }
        boolean isBegun = person.sheets().size() > 1;
        assertThat(person.sheets()).isEqualTo(isBegun ? List.of(false, true) : List.of(false));
        boolean isOld = isThere(person, person.old);
        assertThat(isThere(person, next)).as("after %d steps", steps).isEqualTo(!isOld);
        between.add(isOld ? "old" : "new");
        person.kith = Kith.open(Pair.world(person.line), person.store);
        person.kith.keys().bring();
        assertThat(person.sheets()).containsExactly(false);
        assertThat(which(person, next)).isEqualTo(isBegun || !isOld ? "false,true" : "true,false");
        person.kith.keys().bring();
        assertThat(person.kith.keys().standing().strangers()).isZero();
      }
      assertThat(steps).isLessThan(MOST_STEPS);
      assertThat(between).containsExactly("new", "old");
    }
  }

  @Test
  void whoever_came_in_by_the_old_sheet_makes_a_new_one_and_goes_on_by_it() throws Exception {
    for (boolean heard : List.of(false, true)) {
      int steps = 0;
      for (; steps < MOST_STEPS; steps++) {
        Person person = new Person(relay);
        person.kith.keys().lock();
        person.kith = Kith.unlock(Pair.world(person.line), person.store, person.old);
        // The device's own session would go on; now it is the sheet's.
        safe(person).sessions.clear();
        person.kith.keys().bring();
        Key.Recovery next = code(person.kith);
        boolean isCut = person.isCutIn(next, steps, heard);
        if (isCut) {
          person.kith.keys().addWay(next);
        }
        person.kith.keys().bring();
        assertThat(which(person, next)).isEqualTo("false,true");
        assertThat(person.kith.keys().standing().removed()).isFalse();
        Key.Recovery old = person.old;
        assertThatThrownBy(() -> Kith.unlock(Pair.world(relay), person.store, old))
            .isInstanceOf(Refused.class);
        Kith.unlock(Pair.world(relay), person.store, next).keys().bring();
        if (!isCut) {
          break;
        }
      }
      assertThat(steps).isLessThan(MOST_STEPS);
    }
  }

  /// Somebody who has seen a sheet writes into the list of ways in.
  private void written(Key.Recovery seen, Person person, UnaryOperator<Kept> change)
      throws Exception {
    Arriving.Claim claim = new Arriving.Claim(person.kith.keys().accountLine(), seen);
    Kith thief = Arriving.bySheet(Pair.world(relay), new Pair.MemoryStore(), claim, "Somebody's");
    thief.vault().saveListing(change.apply(thief.vault().listing().inner("locks")));
    thief.keys().bring();
  }

  private static String own(Person person) {
    return person.kith.keys().standing().ways().stream()
        .filter(Keys.Way::here)
        .map(Keys.Way::id)
        .findFirst()
        .orElseThrow();
  }

  /// A way of the intruder's, listed later than anything can be.
  private static Kept hostile(Kith kith, Key.Recovery code) throws Exception {
    Kept listed = kith.vault().with(code).listed();
    Json late = Kept.read("{\"made\":1e300}").fields().at("made").orElseThrow();
    return listed.with("made", late).with("coming", new Json.Truth(true));
  }

  @Test
  void after_a_reset_only_this_device_and_the_new_sheet_open() throws Exception {
    Person person = new Person(relay);
    person.kith.keys().addWay(new Key.Words(person.kith.keys().newWords()));
    Key.Recovery theirs = code(person.kith);
    Kept lock = hostile(person.kith, theirs);
    String own = own(person);
    Kept forged = lock.with("kind", "device").without("coming");
    written(person.old, person, locks -> locks.with(THEIRS, lock).with(own, forged));
    Key.Recovery next = code(person.kith);
    person.kith.keys().reset(next);
    assertThat(opens(person, person.old)).isFalse();
    assertThat(opens(person, theirs)).isFalse();
    assertThat(person.kith.keys().standing().ways())
        .extracting(Keys.Way::kind)
        .containsExactlyInAnyOrder("device", "recovery");
    person.kith = Kith.open(Pair.world(person.line), person.store);
    person.kith.keys().bring();
    assertThat(person.kith.keys().standing().removed()).isFalse();
    assertThat(opens(person, next)).isTrue();
  }

  /// What somebody does at the relay itself, without a word in the list.
  private enum Stealth {
    BEFORE,
    AFTER,
    /// Under the very id that was listed.
    AFTER_AS_IT
  }

  /// Puts a sheet there in the place of the one that is there.
  private void replaced(Person person, Key.Recovery code, Stealth how) throws Exception {
    Vault vault = person.kith.vault();
    VaultRelay direct = new VaultRelay(relay);
    String name = VaultRelay.vault(vault.account().id());
    long now = Pair.world(relay).clock().millis();
    VaultRelay.Open at =
        direct.enter(vault.unlocker(), direct.challenge(name), Optional.empty(), now).at();
    Optional<String> before =
        direct.unlockers(at).stream()
            .filter(each -> each.number("kind") == 3)
            .map(each -> each.text("unlocker"))
            .findFirst();
    Vault.Grown grown = vault.with(code);
    String id = how == Stealth.AFTER_AS_IT ? before.orElseThrow() : grown.id();
    direct.add(at, Locks.unlocker(vault.account(), id, grown.listed()), before);
  }

  private static List<String> ids(Person person) {
    return person.kith.keys().standing().ways().stream().map(Keys.Way::id).toList();
  }

  private boolean isPosted(Network.Request request) {
    return request.method().equals("POST") && request.path().endsWith("/unlockers");
  }

  @Test
  void a_sheet_whose_place_another_takes_does_not_count_and_that_is_said() throws Exception {
    for (Stealth how : Stealth.values()) {
      Person person = new Person(relay);
      Key.Recovery other = code(person.kith);
      person.line.meanwhile =
          (request, isDone) -> {
            if (isDone == (how != Stealth.BEFORE) && isPosted(request)) {
              person.line.meanwhile = (any, done) -> {};
              replaced(person, other, how);
            }
          };
      Key.Recovery next = code(person.kith);
      List<String> before = ids(person);
      assertThatThrownBy(() -> person.kith.keys().addWay(next))
          .isInstanceOfSatisfying(
              Refused.class, no -> assertThat(no.reason()).isEqualTo("not-come"));
      assertThat(ids(person).equals(before)).isEqualTo(how == Stealth.BEFORE);
      assertThat(isThere(person, other)).isEqualTo(how != Stealth.AFTER_AS_IT);
      person.kith.keys().addWay(next);
      assertThat(which(person, next)).isEqualTo("false,true");
      assertThat(opens(person, other)).isFalse();
    }
  }

  @Test
  void words_that_are_coming_are_lost_and_those_before_them_go_on() throws Exception {
    Person person = new Person(relay);
    String before = person.kith.keys().newWords();
    person.kith.keys().addWay(new Key.Words(before));
    String better = person.kith.keys().newWords();
    begun(person, new Key.Words(better));
    person.kith.keys().deviceLost(Set.of(coming(person).orElseThrow()));
    assertThat(comesIn(person, new Key.Words(better))).isFalse();
    assertThat(comesIn(person, new Key.Words(before))).isTrue();
  }

  /// Cut off as soon as it is listed as coming.
  private static void begun(Person person, Key next) {
    for (int steps = 0; coming(person).isEmpty() && steps < MOST_STEPS; steps++) {
      person.line.cutAfter(steps, true);
      assertThatThrownBy(() -> person.kith.keys().addWay(next)).isInstanceOf(Unreachable.class);
    }
    person.line.cutAfter(Integer.MAX_VALUE, false);
  }

  private static Optional<String> coming(Person person) {
    return person.kith.keys().standing().ways().stream()
        .filter(Keys.Way::coming)
        .map(Keys.Way::id)
        .filter(id -> !id.equals(THEIRS))
        .findFirst();
  }

  @Test
  void a_way_in_that_the_relay_refuses_keeps_nothing_else_waiting() throws Exception {
    Person person = new Person(relay);
    Kept lock =
        hostile(person.kith, code(person.kith))
            .with("made", Pair.world(relay).clock().millis() + 1000)
            .with("replaces", THEIRS);
    person
        .kith
        .vault()
        .saveListing(
            person.kith.vault().listing().inner("locks").with("AAAAAAAAAAAAAAAAAAAAAA", lock));
    person.kith.keys().bring();
    assertThat(person.sheets()).containsExactly(false);
    assertThat(opens(person, person.old)).isTrue();
  }

  @Test
  void what_was_begun_last_is_finished_whatever_is_listed_as_later() throws Exception {
    for (boolean coming : List.of(false, true)) {
      Person person = new Person(relay);
      Key.Recovery theirs = code(person.kith);
      Kept locks = person.kith.vault().listing().inner("locks");
      String old = person.kith.keys().standing().ways().getLast().id();
      Kept latest =
          hostile(person.kith, theirs)
              .with("made", Pair.world(relay).clock().millis() + 86_400_000)
              .with("replaces", old)
              .with("coming", new Json.Truth(coming));
      person.kith.vault().saveListing(locks.with(THEIRS, latest));
      Key.Recovery next = code(person.kith);
      begun(person, next);
      person.kith = Kith.open(Pair.world(person.line), person.store);
      person.kith.keys().bring();
      assertThat(which(person, next)).isEqualTo("false,true");
      assertThat(opens(person, theirs)).isFalse();
      assertThat(person.sheets()).containsExactly(false);
    }
  }

  @Test
  void without_a_vault_a_reset_leaves_this_device_and_the_new_sheet_alone() throws Exception {
    Pair.MemoryStore store = new Pair.MemoryStore();
    Kith kith = Kith.open(Pair.world(relay), store);
    Key.Words words = new Key.Words(kith.keys().newWords());
    kith.keys().addWay(words);
    Key.Recovery next = code(kith);
    kith.keys().reset(next);
    assertThat(kith.keys().ways()).containsExactly("device", "recovery");
    assertThat(kith.keys().standing().ways()).extracting(Keys.Way::kind).containsOnly("recovery");
    assertThatThrownBy(() -> Kith.unlock(Pair.world(relay), store, words))
        .isInstanceOf(Refused.class);
    Kith.unlock(Pair.world(relay), store, next);
  }
}
