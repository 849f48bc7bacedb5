package kith.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The whole system, simulated: the same seed is the same run, and no property breaks.
final class WorldTest {
  private static final double NEARLY_DAILY = 0.9;

  private static World.Ended run(long seed, int days, Faults.Plan faults) {
    return World.run(new World.Setting(seed, 2, days, NEARLY_DAILY, faults), line -> {});
  }

  @Test
  void the_same_seed_is_the_same_trace_to_the_byte_and_another_seed_is_another() {
    List<String> told = new ArrayList<>();
    List<String> again = new ArrayList<>();
    World.Setting setting = new World.Setting(3, 3, 14, NEARLY_DAILY, Faults.Plan.HARD);
    String hash = World.run(setting, told::add).hash();
    assertThat(World.run(setting, again::add).hash()).isEqualTo(hash);
    assertThat(again).isEqualTo(told).hasSizeGreaterThan(50);
    assertThat(run(4, 14, Faults.Plan.HARD).hash()).isNotEqualTo(hash);
  }

  @Test
  void four_weeks_of_some_bonds_with_all_faults_break_no_property() {
    for (long seed = 1; seed <= 4; seed++) {
      World.Ended ended = run(seed, 28, Faults.Plan.HARD);
      assertThat(ended.broken()).as("seed " + seed).isEmpty();
      assertThat(ended.met()).isNotEmpty();
    }
  }

  @Test
  void a_relay_that_makes_its_past_another_is_found_out() {
    Optional<World.Lied> lied = Optional.of(new World.Lied(Lie.CHANGES_THE_PAST, 8));
    List<String> told = new ArrayList<>();
    World.Setting setting = new World.Setting(2, 2, 28, NEARLY_DAILY, Faults.Plan.NONE, lied);
    assertThat(World.run(setting, told::add).broken()).isEmpty();
    assertThat(told).anyMatch(line -> line.contains("a lie: a device has stopped"));
  }

  @Test
  void answers_that_are_lost_often_break_nothing() {
    Faults.Plan often = new Faults.Plan(0.3, 0, 0, Set.of(Fault.LOST_ANSWER), Optional.empty());
    World.Ended ended = run(1, 14, often);
    assertThat(ended.broken()).isEmpty();
    assertThat(ended.met()).isNotEmpty();
  }
}
