package kith.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole system, simulated: the same seed is the same run, no property breaks, and what is
/// planted is found.
final class WorldTest {
  private static final double NEARLY_DAILY = 0.9;
  private static final int FORTNIGHT = 14;
  private static final int TWO_MONTHS = 60;
  private static final int LIES_FROM = 8;
  private static final int LIES_UNTIL = 21;

  /// A tenth of the requests, and about as much of what else there is, meet the one kind that
  /// comes: of ten kinds for requests, two for writes and two for days.
  private static Faults.Plan often(Fault fault) {
    return new Faults.Plan(1, 0.3, 0.4, Set.of(fault), Optional.empty());
  }

  private static World.Setting setting(long seed, int days, Faults.Plan faults) {
    return new World.Setting(seed, 2, days, NEARLY_DAILY, faults);
  }

  private static World.Ended run(World.Setting setting, Parts parts) {
    return World.run(setting, parts, line -> {});
  }

  @Test
  void the_same_seed_is_the_same_trace_to_the_byte_and_another_seed_is_another() {
    List<String> told = new ArrayList<>();
    List<String> again = new ArrayList<>();
    World.Setting three = new World.Setting(3, 3, 10, NEARLY_DAILY, Faults.Plan.HARD);
    String hash = World.run(three, told::add).hash();
    assertThat(World.run(three, again::add).hash()).isEqualTo(hash);
    assertThat(again).isEqualTo(told).hasSizeGreaterThan(50);
    assertThat(World.run(three.seeded(4), line -> {}).hash()).isNotEqualTo(hash);
  }

  @Test
  void a_relay_whose_store_is_in_files_makes_the_same_trace_as_one_that_keeps_it_in_memory() {
    World.Setting hard = setting(5, TWO_MONTHS, Faults.Plan.HARD);
    List<String> told = new ArrayList<>();
    World.Ended inMemory = World.run(hard, new Parts(), told::add);
    assertThat(run(hard, OnFiles.parts())).isEqualTo(inMemory);
    assertThat(inMemory.broken()).isEmpty();
    assertThat(told).anyMatch(line -> line.endsWith(Fault.RELAY_DIES_BEFORE.word()));
    assertThat(told).anyMatch(line -> line.endsWith(Fault.RELAY_DIES_AFTER.word()));
  }

  @ParameterizedTest
  @EnumSource(Planted.class)
  void a_planted_defect_is_found_by_its_fault_alone_and_its_seed_finds_it_again(Planted planted) {
    World.Setting found = setting(planted.seed(), FORTNIGHT, often(planted.fault()));
    World.Ended ended = run(found, planted.parts());
    assertThat(ended.broken()).map(Broken::property).contains(planted.property());
    World.Ended again = run(found, planted.parts());
    assertThat(again.hash()).isEqualTo(ended.hash());
    assertThat(again.met()).isEqualTo(ended.met());
    assertThat(run(found, new Parts()).broken()).as("sound parts").isEmpty();
    assertThat(run(found.with(Faults.Plan.NONE), planted.parts()).broken()).as("calm").isEmpty();
  }

  @Test
  void every_kind_of_fault_has_a_planted_defect() {
    assertThat(List.of(Planted.values()))
        .extracting(Planted::fault)
        .containsExactlyInAnyOrder(Fault.values());
  }

  @ParameterizedTest
  @EnumSource(Lie.class)
  void a_lie_of_the_relay_is_found_out_or_changes_nothing_and_its_seed_tells_it_again(Lie lie) {
    World.Lied lied = new World.Lied(lie, LIES_FROM);
    World.Setting lying =
        new World.Setting(1, 2, LIES_UNTIL, NEARLY_DAILY, Faults.Plan.NONE, Optional.of(lied));
    List<String> told = new ArrayList<>();
    World.Ended ended = World.run(lying, told::add);
    assertThat(ended.broken()).isEmpty();
    assertThat(told).anyMatch(line -> line.endsWith("a lie: " + Lies.found(lie)));
    assertThat(World.run(lying, line -> {}).hash()).isEqualTo(ended.hash());
  }

  @Test
  void a_broken_run_is_shrunk_to_the_one_fault_that_breaks_it() {
    Planted planted = Planted.TAKES_SILENCE_FOR_DONE;
    Faults.Plan often = often(planted.fault());
    World.Setting setting = setting(planted.seed(), FORTNIGHT, often);
    World.Ended ended = run(setting, planted.parts());
    List<String> few = Shrinking.of(setting, planted.parts(), ended, 30, runs -> {});
    assertThat(few).hasSize(1).isSubsetOf(ended.met());
    assertThat(run(setting.with(often.only(Set.copyOf(few))), planted.parts()).broken())
        .isPresent();
  }
}
