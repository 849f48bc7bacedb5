package kith.core.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Both;
import kith.core.bond.Entry;
import kith.core.bond.Event;
import kith.core.bond.Matter;
import kith.core.bond.Moment;
import kith.core.json.Json;
import org.junit.jupiter.api.Test;

/// Long histories, told once by right clocks and once by clocks that say anything, and folded on
/// software of two versions.
final class ClocksTest {
  private static final long SEED = Long.getLong("kith.seed", 20_260_701);
  private static final int RUNS = Boolean.getBoolean("kith.long") ? 1000 : 40;

  /// Outside an evening, which is counted in hours, every shared rule counts the relay's days: so
  /// no clock opens anything early, keeps anything closed, or traps anyone.
  @Test
  void whatever_clocks_say_the_fold_is_the_same() {
    int told = 0;
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom dice = new SplittableRandom(SEED + run);
      Bond right = new Bond(Starts.SMALL);
      Bond wrong = new Bond(Starts.SMALL);
      for (Entry entry : history(SEED + run)) {
        right.take(entry);
        wrong.take(retold(dice, entry));
        assertThat(Picture.of(wrong)).as("seed " + (SEED + run)).isEqualTo(Picture.of(right));
        told++;
      }
    }
    System.out.printf("clocks: %,d entries alike by right and wrong clocks%n", told);
    assertThat(told).isGreaterThan(RUNS);
  }

  /// Events of later versions among the others, from whoever speaks them: old software folds as new
  /// software does, or says that it is too old; and once it is new, it folds the whole of it alike.
  @Test
  void old_software_folds_alike_or_says_that_it_is_too_old() {
    int outdated = 0;
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom dice = new SplittableRandom(SEED + run);
      Bond old = new Bond(Starts.SMALL, 1);
      Bond renewed = new Bond(Starts.SMALL, 2);
      List<Entry> mixed = new ArrayList<>();
      for (Entry entry : history(SEED + run)) {
        mixed.add(mixed(dice, entry));
        old.take(mixed.getLast());
        renewed.take(mixed.getLast());
        boolean alike = Picture.of(old).equals(Picture.of(renewed));
        assertThat(alike || old.outdated()).as("seed " + (SEED + run)).isTrue();
        assertThat(renewed.outdated()).isFalse();
      }
      outdated += old.outdated() ? 1 : 0;
      Bond later = new Bond(Starts.SMALL, 2);
      mixed.forEach(later::take);
      assertThat(Picture.of(later)).isEqualTo(Picture.of(renewed));
    }
    System.out.printf("versions: %d of %d mixed histories outgrew old software%n", outdated, RUNS);
    assertThat(outdated).isPositive();
  }

  /// The entries up to the first evening.
  private static List<Entry> history(long seed) {
    World world = new World(Starts.SMALL, Optional.empty());
    LongRunsTest.moves(seed).forEach(world::play);
    return world.log.stream().takeWhile(entry -> !isEvening(entry)).toList();
  }

  private static boolean isEvening(Entry entry) {
    return entry instanceof Entry.Agreed agreed && agreed.matter() instanceof Matter.Evening;
  }

  private static Entry retold(SplittableRandom dice, Entry entry) {
    return switch (entry) {
      case Entry.Written one ->
          new Entry.Written(one.seq(), one.day(), one.by(), any(dice), one.events());
      case Entry.Agreed one ->
          new Entry.Agreed(one.seq(), one.day(), one.matter(), one.yes(), any(dice));
      case Entry.Opening one ->
          new Entry.Opening(
              one.seq(),
              one.day(),
              one.exchange(),
              new Both<>(
                  new Answer(any(dice), one.answers().zero().words()),
                  new Answer(any(dice), one.answers().one().words())));
      case Entry.Binding one -> one;
      case Entry.Nothing one -> one;
      case Entry.Unreadable one -> one;
    };
  }

  private static Moment any(SplittableRandom dice) {
    return switch (dice.nextInt(4)) {
      case 0 -> new Moment(Json.LARGEST_WHOLE);
      case 1 -> new Moment(-Json.LARGEST_WHOLE);
      case 2 -> Moment.START;
      default -> new Moment(dice.nextLong(-Json.LARGEST_WHOLE, Json.LARGEST_WHOLE));
    };
  }

  private static Entry mixed(SplittableRandom dice, Entry entry) {
    if (!(entry instanceof Entry.Written one)) {
      return entry;
    }
    List<Event> events = new ArrayList<>();
    for (Event event : one.events()) {
      events.add(dice.nextInt(6) == 0 ? new Event.Since(2, event) : event);
    }
    if (dice.nextInt(12) == 0) {
      events.add(new Event.Speaks(2));
    }
    return new Entry.Written(one.seq(), one.day(), one.by(), one.at(), events);
  }
}
