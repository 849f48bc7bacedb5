package kith.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole system, simulated: the same seed is the same run, and no property breaks.
final class WorldTest {
  private static final int A_YEAR = 365;
  private static final int BONDS = 50;

  private static World.Ended run(long seed, int days, Faults.Plan faults) {
    return World.run(new World.Setting(seed, 2, days, faults), line -> {});
  }

  @Test
  void a_year_of_fifty_bonds_with_faults_breaks_no_property() {
    long begun = System.nanoTime();
    List<World.Ended> ended =
        LongStream.rangeClosed(1, BONDS)
            .parallel()
            .mapToObj(seed -> run(seed, A_YEAR, Faults.Plan.HARD))
            .toList();
    long faults = ended.stream().mapToLong(one -> one.met().size()).sum();
    System.out.printf(
        "%d bonds, a year each: %d steps, %d entries, %d faults, %.1f s%n",
        BONDS,
        ended.stream().mapToLong(World.Ended::steps).sum(),
        ended.stream().mapToLong(World.Ended::entries).sum(),
        faults,
        (System.nanoTime() - begun) / 1e9);
    assertThat(ended).allSatisfy(one -> assertThat(one.broken()).isEmpty());
    assertThat(faults).isGreaterThan(10 * BONDS);
  }

  @Test
  void the_same_seed_is_the_same_trace_to_the_byte_and_another_seed_is_another() {
    List<String> told = new ArrayList<>();
    List<String> again = new ArrayList<>();
    World.Setting setting = new World.Setting(3, 3, 40, Faults.Plan.HARD);
    String hash = World.run(setting, told::add).hash();
    assertThat(World.run(setting, again::add).hash()).isEqualTo(hash);
    assertThat(again).isEqualTo(told).hasSizeGreaterThan(50);
    assertThat(run(4, 40, Faults.Plan.HARD).hash()).isNotEqualTo(hash);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void each_fault_alone_and_often_breaks_nothing(Fault fault) {
    Faults.Plan often = new Faults.Plan(0.3, 0.2, 0.4, Set.of(fault), Optional.empty());
    World.Ended ended = run(fault.ordinal(), 28, often);
    assertThat(ended.broken()).isEmpty();
    assertThat(ended.met()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Lie.class)
  void each_lie_is_found_and_the_seed_finds_it_again(Lie lie) {
    Faults.Plan none = Faults.Plan.NONE;
    World.Setting setting =
        new World.Setting(11, 2, 84, none, Optional.of(new World.Lied(lie, 20)));
    List<String> told = new ArrayList<>();
    World.Ended ended = World.run(setting, told::add);
    assertThat(ended.broken()).isEmpty();
    assertThat(told).anyMatch(line -> line.contains("a lie: "));
    assertThat(told)
        .anyMatch(
            line ->
                line.contains("a lie: a device has stopped")
                    || line.contains("a lie: the words differ"));
    assertThat(World.run(setting, line -> {}).hash()).isEqualTo(ended.hash());
  }

  @ParameterizedTest
  @EnumSource(Planted.class)
  void what_is_planted_is_found_by_a_seed_and_the_seed_finds_it_again(Planted planted) {
    Faults.Plan often =
        new Faults.Plan(0.25, 0.2, 0.2, EnumSet.copyOf(planted.by()), Optional.empty());
    for (long seed = 1; seed <= 12; seed++) {
      World.Setting setting = new World.Setting(seed, 2, 70, often);
      World.Ended ended = World.run(setting, planted.parts(), line -> {});
      if (ended.broken().isPresent()) {
        World.Ended again = World.run(setting, planted.parts(), line -> {});
        assertThat(again.hash()).isEqualTo(ended.hash());
        assertThat(again.broken().orElseThrow().property())
            .isEqualTo(ended.broken().get().property());
        return;
      }
    }
    throw new AssertionError(planted + " was not found");
  }

  @Test
  void a_broken_run_is_shrunk_to_the_faults_that_break_it() {
    Planted planted = Planted.LOST_IS_TAKEN_FOR_DONE;
    Faults.Plan often =
        new Faults.Plan(0.1, 0, 0, EnumSet.copyOf(planted.by()), Optional.empty());
    World.Setting setting = new World.Setting(1, 2, 28, often);
    World.Ended ended = World.run(setting, planted.parts(), line -> {});
    List<String> few = Shrinking.of(setting, planted.parts(), ended, 30, runs -> {});
    assertThat(few).hasSizeLessThanOrEqualTo(ended.met().size()).hasSize(1);
  }
}
