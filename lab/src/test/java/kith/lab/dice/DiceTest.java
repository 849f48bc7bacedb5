package kith.lab.dice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DiceTest {
  private static final int MANY = 200_000;

  @Test
  void the_same_seed_gives_the_same_numbers_and_another_gives_others() {
    assertThat(Dice.seeded(5).bits()).isEqualTo(Dice.seeded(5).bits());
    assertThat(Dice.seeded(5).bits()).isNotEqualTo(Dice.seeded(6).bits());
  }

  @Test
  void a_branch_hangs_on_its_name_only_and_not_on_what_was_drawn_before() {
    Dice dice = Dice.seeded(5);
    long before = dice.branch(3).bits();
    dice.bits();
    assertThat(dice.branch(3).bits()).isEqualTo(before);
    assertThat(dice.branch(4).bits()).isNotEqualTo(before);
  }

  @Test
  void normal_numbers_have_mean_0_and_deviation_1_and_are_bounded() {
    Dice dice = Dice.seeded(7);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < MANY; i++) {
      double next = dice.normal();
      assertThat(Math.abs(next)).isLessThan(3.47);
      sum += next;
      squares += next * next;
    }
    assertThat(sum / MANY).isBetween(-0.01, 0.01);
    assertThat(squares / MANY).isBetween(0.99, 1.01);
  }
}
