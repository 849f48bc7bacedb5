package kith.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.lab.world.Fault;
import kith.lab.world.Faults;
import kith.lab.world.World;
import org.junit.jupiter.api.Test;

/// Real clients and the real core of the relay, over a year.
final class BondsTest {
  private static final int A_YEAR = 365;
  private static final int BONDS = 50;

  /// More than the pace of weeks asks for.
  private static final double TWICE_A_WEEK = 2.0 / 7;

  @Test
  void a_year_of_bonds_with_all_faults_breaks_no_property() {
    World.Setting first = new World.Setting(1, 2, A_YEAR, TWICE_A_WEEK, Faults.Plan.HARD);
    long begun = System.nanoTime();
    List<Bonds.Lived> lived = new Bonds(first, BONDS).run(Workers.all(), done -> {});
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%d days of %s, in %.1f s%n", A_YEAR, Bonds.text(lived), seconds);
    System.out.println("Faults: " + Bonds.faults(lived));
    for (Bonds.Lived one : lived) {
      assertThat(one.ended().why()).as("seed " + one.seed()).isEmpty();
    }
    assertThat(lived).hasSize(BONDS).allMatch(one -> one.ended().entries() > 0);
    for (Fault kind : Fault.values()) {
      assertThat(Bonds.count(lived, kind)).as(kind.word()).isGreaterThan(BONDS / 2);
    }
  }

  @Test
  void one_thread_and_three_make_the_same_traces() {
    World.Setting first = new World.Setting(7, 2, 5, 1, Faults.Plan.HARD);
    List<Bonds.Lived> one = new Bonds(first, 3).run(new Workers(1), done -> {});
    List<Bonds.Lived> three = new Bonds(first, 3).run(new Workers(3), done -> {});
    assertThat(three)
        .extracting(each -> each.ended().hash())
        .isEqualTo(one.stream().map(each -> each.ended().hash()).toList())
        .doesNotHaveDuplicates();
  }
}
