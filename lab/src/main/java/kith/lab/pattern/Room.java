package kith.lab.pattern;

import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Settings;
import kith.lab.people.Population;
import kith.lab.people.Traits;
import kith.lab.policy.Talk;

/// A room in which experiments are run: pairs of strangers come in, one after the other.
///
/// @param pairs in each condition
record Room(Settings settings, Dice dice, int pairs) {
  /// 36 slips, the number that Aron's three sets of twelve have.
  static final int SESSION = 36;

  static Room of(Settings settings, long seed, int pairs) {
    return new Room(settings, Dice.seeded(seed), pairs);
  }

  Manner talk() {
    return Manner.talk(settings);
  }

  /// The chance of one pair in one condition.
  Dice dice(int condition, int pair) {
    return dice.branch(condition).branch(pair);
  }

  /// Two who never met.
  Dyad strangers(int condition, int pair) {
    return Dyad.of(Population.STRANGERS, settings, dice(condition, pair));
  }

  /// Two of a population.
  Dyad pair(Population population, int condition, int pair) {
    return Dyad.of(population, settings, dice(condition, pair));
  }

  /// A subject as given, and somebody.
  Dyad subject(Traits subject, int condition, int pair) {
    Dice own = dice(condition, pair);
    return new Dyad(settings, subject, Traits.drawn(own.branch(2)), own.branch(3));
  }

  Traits somebody(int condition, int pair) {
    return Traits.drawn(dice(condition, pair).branch(1));
  }

  /// So many exchanges of a kind of talk.
  void talk(Dyad dyad, Talk kind, int exchanges, Dice own) {
    for (int i = 0; i < exchanges; i++) {
      dyad.exchange(kind.next(dyad, talk(), settings, new Talk.Step(i, exchanges, own)));
    }
  }

  /// The mean of what both say.
  static double closeness(Dyad dyad) {
    return (dyad.person(0).closeness() + dyad.person(1).closeness()) / 2;
  }
}
