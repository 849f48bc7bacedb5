package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A sheet takes the place of another, and the network goes at any of the steps.
class SheetsTest {

  /// More steps than there are.
  private static final int MOST_STEPS = 40;

  private final MemoryRelay relay = new MemoryRelay();

  /// Goes for good at a step.
  private static final class Line implements Network {
    private final Network relay;
    private int left = Integer.MAX_VALUE;
    private boolean isHeard;

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
      return relay.send(request);
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

  /// Looked at without the relay: what a device comes to that arrives changes it.
  private boolean isThere(Person person, Key.Recovery code) throws Exception {
    String vault =
        VaultRelay.vault(
            kith.crypto.RecoveryCode.readAccountLine(person.kith.keys().accountLine()));
    MemoryVaults.Safe safe = java.util.Objects.requireNonNull(relay.vaults.safes.get(vault));
    for (Kept unlocker : List.copyOf(safe.unlockers.values())) {
      if (unlocker.number("kind") == 3) {
        kith.crypto.Unlocker typed =
            WaysIn.unlocker(
                kith.crypto.RecoveryCode.readAccountLine(person.kith.keys().accountLine()),
                unlocker,
                code);
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
}
