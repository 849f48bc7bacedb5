package kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Unlock words, a recovery code, a device that stays locked, a device that was lost.
class WaysInTest {

  private final MemoryRelay relay = new MemoryRelay();
  private final Surroundings world = Pair.world(relay);
  private Pair pair = new Pair(relay, relay);

  @BeforeEach
  void meet() throws Exception {
    pair = Pair.met(relay);
    pair.open(pair.draw());
  }

  private void wrong(Key key) {
    assertThatThrownBy(() -> Kith.unlock(world, pair.annasStore, key))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo("wrong-key"));
  }

  @Test
  void a_locked_device_opens_by_words_or_code_and_by_nothing_else() throws Exception {
    String words = pair.anna.keys().newWords();
    List<String> code = pair.anna.keys().newRecovery();
    assertThatThrownBy(pair.anna.keys()::lock).isInstanceOf(Refused.class);
    pair.anna.keys().addWay(new Key.Words(words));
    pair.anna.keys().addWay(new Key.Recovery(code.getFirst(), code.getLast()));
    pair.anna.keys().lock();
    assertThat(Kith.isLocked(pair.annasStore)).isTrue();
    wrong(new Key.Words(pair.anna.keys().newWords()));
    wrong(new Key.Words("not six words"));
    List<String> other = pair.anna.keys().newRecovery();
    wrong(new Key.Recovery(other.getFirst(), other.getLast()));
    Kith byWords =
        Kith.unlock(
            world, pair.annasStore, new Key.Words(words.toUpperCase(java.util.Locale.ROOT)));
    assertThat(byWords.view(pair.annas).written()).contains("what Ben says");
    Kith byCode =
        Kith.unlock(world, pair.annasStore, new Key.Recovery(code.getFirst(), code.getLast()));
    byCode.keys().stayUnlocked("");
    assertThat(Kith.isLocked(pair.annasStore)).isFalse();
    assertThat(Kith.open(world, pair.annasStore).keys().ways())
        .containsExactly("device", "words", "recovery");
  }

  @Test
  void a_way_in_that_was_never_added_does_not_fit() throws Exception {
    pair.anna.keys().addWay(new Key.Words(pair.anna.keys().newWords()));
    pair.anna.keys().lock();
    List<String> code = pair.anna.keys().newRecovery();
    wrong(new Key.Recovery(code.getFirst(), code.getLast()));
  }

  @Test
  void after_a_lost_device_the_bond_goes_on_and_the_old_copy_is_shut_out() throws Exception {
    Pair.MemoryStore copy = new Pair.MemoryStore();
    for (String name : pair.annasStore.names()) {
      copy.write(name, pair.annasStore.read(name).orElseThrow());
    }
    String words = pair.anna.keys().newWords();
    pair.anna.keys().addWay(new Key.Words(words));
    pair.anna.keys().deviceLost(java.util.Set.of());
    pair.sync();
    assertThat(pair.alarm(pair.ben)).isEmpty();
    pair.anna.act(
        pair.annas, Kept.NOTHING.with("type", "step-back").with("topic", "work").with("ring", 0));
    pair.sync();
    assertThat(pair.ben.view(pair.bens)).isNotNull();
    assertThat(pair.anna.safetyNumber(pair.annas)).isEqualTo(pair.ben.safetyNumber(pair.bens));
    Kith thief = Kith.open(world, copy);
    assertThatThrownBy(() -> thief.sync(pair.annas)).isInstanceOf(Problem.class);
    Kith again = Kith.open(world, pair.annasStore);
    again.sync(pair.annas);
    assertThat(again.standing(pair.annas).alarm()).isEmpty();
    assertThat(again.keys().ways()).containsExactly("device", "words");
    again.keys().lock();
    assertThat(Kith.unlock(world, pair.annasStore, new Key.Words(words)).bonds())
        .containsExactly(pair.annas);
  }

  /// The power goes after each single write of a change of keys.
  @Test
  void stopped_at_any_write_a_new_root_key_is_finished_the_next_time() throws Exception {
    for (int writes = 1; writes < 7; writes++) {
      Pair.MemoryStore store = new Pair.MemoryStore();
      for (String name : pair.annasStore.names()) {
        store.write(name, pair.annasStore.read(name).orElseThrow());
      }
      Kith anna = Kith.open(world, new Stopping(store, writes));
      try {
        anna.keys().deviceLost(java.util.Set.of());
      } catch (IllegalStateException stopped) {
        assertThat(stopped).hasMessage("the power is gone");
      } catch (Problem shutOut) {
        assertThat(shutOut.name()).isEqualTo("not-permitted");
      }
      Kith again = Kith.open(world, store);
      assertThat(again.bonds()).as("after %d writes", writes).containsExactly(pair.annas);
      assertThat(again.view(pair.annas).written()).contains("what Ben says");
    }
  }

  /// Writes so often, and then no more.
  private static final class Stopping implements Store {
    private final Store inner;
    private int left;

    Stopping(Store inner, int left) {
      this.inner = inner;
      this.left = left;
    }

    @Override
    public java.util.Optional<byte[]> read(String name) {
      return inner.read(name);
    }

    @Override
    public void write(String name, byte[] content) {
      if (left-- <= 0) {
        throw new IllegalStateException("the power is gone");
      }
      inner.write(name, Objects.requireNonNull(content));
    }

    @Override
    public List<String> names() {
      return inner.names();
    }
  }
}
