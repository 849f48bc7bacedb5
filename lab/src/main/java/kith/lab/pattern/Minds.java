package kith.lab.pattern;

import java.util.List;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Invitation;
import kith.lab.dyad.Levers;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Moods;
import kith.lab.dyad.Settings;
import kith.lab.dyad.Tells;
import kith.lab.figures.Regression;
import kith.lab.figures.Sample;
import kith.lab.pattern.Pattern.Part;
import kith.lab.people.Population;
import kith.lab.people.Traits;

/// What goes on within people: T9, T15 and T16.
final class Minds {
  private static final int TALK = 8;
  private static final int LONG_TALK = 24;
  private static final int BLOCKS = 102;
  private static final double LIGHT = 0.2;

  /// As deep as the deepest slips of Aron's task are here; deeper was asked in no experiment.
  private static final double DEEP = 0.65;

  private static final double FAR = 1.5;
  private static final double SECURE = -0.5;

  private Minds() {}

  static List<Pattern> patterns() {
    return List.of(
        new Pattern(
            "T9",
            Role.HELD_OUT,
            "talk is less awkward than expected, deep talk most so; the close know better",
            "order; near 0 for the close (Kardas 2022)",
            List.of(
                Part.above("expected less felt, deep, of 7"),
                Part.above("the same, deep less light"),
                Part.between("share of it among the close", -0.25, 0.25)),
            Minds::awkward),
        new Pattern(
            "T15",
            Role.FIT,
            "the avoidant do not match depth; the preoccupied wish for more",
            "slope near 0; desired less felt +.4 of 7 (Mikulincer 1991, Aron 1997)",
            List.of(
                new Part("slope of the avoidant", -0.05, 0.05, 0),
                new Part("slope of the secure", 0.1, 0.4, 0.2),
                new Part("wish, preoccupied less secure", 0.25, 0.55, 0.4)),
            Minds::attached),
        new Pattern(
            "T16",
            Role.FIT,
            "moods in ten seconds: much stays, a little comes over, all settle",
            "r about .70 (.58 to .81), k about .07 (80 couples, computed)",
            List.of(
                new Part("median r", 0.66, 0.74, 0.7),
                new Part("25th percentile of r", 0.54, 0.62, 0.58),
                new Part("75th percentile of r", 0.77, 0.85, 0.81),
                new Part("median k", 0.04, 0.1, 0.07),
                new Part("share that settles", 0.99, 1, 1)),
            Minds::moods));
  }

  private static double[] awkward(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    double deep = missed(room, Population.STRANGERS, 0, DEEP);
    double light = missed(room, Population.STRANGERS, 1, LIGHT);
    double close = missed(room, Population.LONG_COUPLES, 2, DEEP);
    return new double[] {deep, deep - light, close / deep};
  }

  /// How much more awkward they expected it to be than it was.
  private static double missed(Room room, Population population, int condition, double depth) {
    Sample missed = new Sample(room.pairs());
    Manner prompted = room.talk().prompted(1);
    for (int pair = 0; pair < room.pairs(); pair++) {
      Dyad dyad = room.pair(population, condition, pair);
      double expected = dyad.expectedAwkwardness(0, depth);
      double felt = 0;
      for (int i = 0; i < TALK; i++) {
        dyad.exchange(new Invitation(i, depth, Tells.BOTH, prompted));
        felt += dyad.awkwardness(0, depth) / TALK;
      }
      missed.add(expected - felt);
    }
    return missed.mean();
  }

  private static double[] attached(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    double[] avoidant = slopeAndWish(room, 0, SECURE, FAR);
    double[] secure = slopeAndWish(room, 1, SECURE, SECURE);
    double[] preoccupied = slopeAndWish(room, 2, FAR, SECURE);
    return new double[] {avoidant[0], secure[0], preoccupied[1] - secure[1]};
  }

  private static double[] slopeAndWish(Room room, int condition, double anxiety, double avoidance) {
    Regression slope = new Regression(1);
    Sample wish = new Sample(room.pairs());
    for (int pair = 0; pair < room.pairs(); pair++) {
      Traits subject = room.somebody(condition, pair).attached(anxiety, avoidance);
      Dyad dyad = room.subject(subject, condition, pair);
      matching(dyad, room, room.dice(condition, pair).branch(4), slope);
      wish.add(dyad.person(0).desired(room.settings()) - dyad.person(0).closeness());
    }
    return new double[] {slope.slopes()[0], wish.mean()};
  }

  /// The confederate's depth is thrown by dice; the subject hears it, then tells.
  private static void matching(Dyad dyad, Room room, Dice own, Regression slope) {
    double heard = Double.NaN;
    for (int i = 0; i < LONG_TALK; i++) {
      double next = LIGHT + (DEEP - LIGHT) * own.even();
      dyad.lay(Levers.depth(next));
      Manner talk = room.talk();
      Manner sealed =
          new Manner(0, true, false, talk.freedom(), 1, false, talk.hours(), Double.NaN);
      dyad.exchange(dyad.freely(sealed));
      if (!Double.isNaN(heard)) {
        slope.add(dyad.person(0).depth(), heard);
      }
      heard = next;
    }
  }

  private static double[] moods(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample inertia = new Sample(2 * pairs);
    Sample influence = new Sample(2 * pairs);
    int settle = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Moods moods = new Moods(settings, room.dice(0, pair));
      settle += moods.stable() ? 1 : 0;
      double[][] seen = new double[BLOCKS][2];
      for (int block = 0; block < BLOCKS; block++) {
        moods.step();
        seen[block][0] = moods.mood(0);
        seen[block][1] = moods.mood(1);
      }
      for (int person = 0; person < 2; person++) {
        double[] slopes = fitted(seen, person);
        inertia.add(slopes[0]);
        influence.add(slopes[1]);
      }
    }
    return new double[] {
      inertia.quantile(0.5),
      inertia.quantile(0.25),
      inertia.quantile(0.75),
      influence.quantile(0.5),
      (double) settle / pairs
    };
  }

  /// As the couples' data were treated: least squares on the block before, own and the other's.
  private static double[] fitted(double[][] seen, int person) {
    Regression regression = new Regression(2);
    for (int block = 1; block < seen.length; block++) {
      double[] before = seen[block - 1];
      regression.add(seen[block][person], before[person], before[1 - person]);
    }
    return regression.slopes();
  }
}
