package kith.lab.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kith.core.bond.Bond;
import kith.core.bond.Entry;
import kith.core.bond.Exchange;
import kith.core.bond.Pace;
import kith.core.bond.Verdict;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Settings;
import kith.lab.outcome.Measure;
import kith.lab.people.Population;
import org.junit.jupiter.api.Test;

final class KithTest {
  private static final int PAIRS = 40;

  @Test
  void what_simulated_people_do_with_kith_the_core_takes_whole() {
    int opened = 0;
    for (Population population : Population.values()) {
      for (int pair = 0; pair < PAIRS; pair++) {
        Bond bond = folded(entries(population, pair, Set.of()));
        assertThat(bond.setAside()).isZero();
        opened += bond.heard().size();
      }
    }
    assertThat(opened).isGreaterThan(PAIRS * 100);
  }

  private static Bond folded(List<Entry> entries) {
    Bond bond = new Bond(Pace.WEEKS);
    for (Entry entry : entries) {
      assertThat(bond.take(entry)).isInstanceOf(Verdict.Allowed.class);
    }
    return bond;
  }

  private static List<Entry> entries(Population population, long seed, Set<Rule> without) {
    List<Entry> entries = new ArrayList<>();
    Dice own = Dice.seeded(seed);
    Dyad dyad = Dyad.of(population, Settings.fitted(), own);
    Kith kith = new Kith(dyad, Settings.fitted(), without, own.branch(7));
    kith.listen(entries::add);
    for (int i = 0; i < 60; i++) {
      kith.meet(1);
      dyad.rest(1);
    }
    return entries;
  }

  @Test
  void without_layers_deep_cards_open_that_kith_with_all_its_rules_would_set_aside() {
    int setAside = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      setAside +=
          (int) folded(entries(Population.OVER_DISCLOSER, pair, Set.of(Rule.LAYERS))).setAside();
    }
    assertThat(setAside).isGreaterThan(PAIRS);
  }

  @Test
  void some_pairs_open_a_second_ring_within_a_season() {
    int deeper = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      for (Exchange exchange :
          folded(entries(Population.LONG_COUPLES, pair, Set.of())).exchanges()) {
        deeper += exchange instanceof Exchange.Heard one && one.prompt().ring().depth() > 1 ? 1 : 0;
      }
    }
    assertThat(deeper).isGreaterThan(PAIRS);
  }

  @Test
  void nobody_is_overridden_with_kith_where_nobody_presses_and_many_are_where_passing_is_seen() {
    int kith = 0;
    int seen = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      kith += overridden(pair, Policy.kith());
      seen += overridden(pair, Policy.without(Rule.PRIVATE_PASS));
    }
    assertThat(kith).isZero();
    assertThat(seen).isPositive();
  }

  private static int overridden(long seed, Policy policy) {
    Dice own = Dice.seeded(seed);
    Dyad dyad = Dyad.of(Population.STRANGERS, Settings.fitted(), own);
    policy.season(dyad, Settings.fitted(), own.branch(7), Policy.SEASON);
    return (int) Measure.OVERRIDDEN.of(dyad);
  }

  @Test
  void every_policy_and_rule_has_a_name_of_its_own_that_finds_it() {
    for (Policy policy : Policy.all()) {
      assertThat(Policy.named(policy.word())).contains(policy);
    }
    for (Rule rule : Rule.values()) {
      assertThat(Rule.named(rule.word())).contains(rule);
    }
    for (Population population : Population.values()) {
      assertThat(Population.named(population.word())).contains(population);
    }
  }
}
