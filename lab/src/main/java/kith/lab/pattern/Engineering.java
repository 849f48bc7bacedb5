package kith.lab.pattern;

import java.util.List;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Partner;
import kith.lab.dyad.Settings;
import kith.lab.figures.Sample;
import kith.lab.pattern.Pattern.Part;
import kith.lab.people.Population;
import kith.lab.policy.Policy;
import kith.lab.policy.Talk;

/// What must hold whatever fits: T21, and that nothing is too good.
final class Engineering {
  /// A season costs more than a session; the cap looks at fewer pairs.
  private static final int FEWER = 2;

  private Engineering() {}

  static List<Pattern> patterns() {
    return List.of(
        new Pattern(
            "T21",
            Role.ENGINEERING,
            "the same seed gives the same bits, and every state is bounded",
            "every pair",
            List.of(Part.between("share of pairs", 1, 1)),
            Engineering::repeats),
        new Pattern(
            "CAP",
            Role.CONSTRAINT,
            "no policy brings strangers closer than small talk by more than d = 1 in a season",
            "largest d of closeness at most 1",
            List.of(Part.between("largest d", -9, 1)),
            Engineering::largest));
  }

  private static double[] repeats(Settings settings, long seed, int pairs) {
    Dice dice = Dice.seeded(seed);
    int alike = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Dyad once = season(Policy.kith(), settings, dice.branch(pair));
      Dyad again = season(Policy.kith(), settings, dice.branch(pair));
      boolean same = true;
      for (int person = 0; person < 2; person++) {
        Partner self = once.person(person);
        same &= bounded(self) && same(self, again.person(person));
      }
      alike += same ? 1 : 0;
    }
    return new double[] {(double) alike / pairs};
  }

  private static boolean same(Partner one, Partner two) {
    return Double.doubleToLongBits(one.closeness()) == Double.doubleToLongBits(two.closeness())
        && Double.doubleToLongBits(one.trust()) == Double.doubleToLongBits(two.trust())
        && Double.doubleToLongBits(one.security()) == Double.doubleToLongBits(two.security());
  }

  private static boolean bounded(Partner self) {
    return self.closeness() >= 1
        && self.closeness() <= 7
        && self.liking() >= 1
        && self.liking() <= 7
        && self.security() >= 1
        && self.security() <= 7
        && self.trust() >= 0
        && self.trust() <= 1
        && self.hurt() >= 0
        && self.hurt() <= 3
        && self.depth() >= 0
        && self.depth() <= 1;
  }

  private static Dyad season(Policy policy, Settings settings, Dice own) {
    Dyad dyad = Dyad.of(Population.STRANGERS, settings, own);
    policy.season(dyad, settings, own.branch(7), Policy.SEASON);
    return dyad;
  }

  private static double[] largest(Settings settings, long seed, int pairs) {
    Dice dice = Dice.seeded(seed);
    Sample small = closeness(new Policy.Talking(Talk.SMALL), settings, dice, pairs);
    double largest = 0;
    for (Policy policy : Policy.all()) {
      double effect = closeness(policy, settings, dice, pairs).effectAgainst(small);
      largest = Math.max(largest, effect);
    }
    return new double[] {largest};
  }

  private static Sample closeness(Policy policy, Settings settings, Dice dice, int pairs) {
    Sample closeness = new Sample(pairs / FEWER + 2);
    for (int pair = 0; pair < pairs / FEWER + 2; pair++) {
      closeness.add(Room.closeness(season(policy, settings, dice.branch(pair))));
    }
    return closeness;
  }
}
