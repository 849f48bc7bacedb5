package kith.lab.pattern;

import java.util.List;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Levers;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Settings;
import kith.lab.figures.Regression;
import kith.lab.figures.Sample;
import kith.lab.pattern.Pattern.Part;
import kith.lab.policy.Talk;

/// How bonds go over weeks and months: T12, T13, T14 and T18.
final class Courses {
  private static final int TALKS = 6;
  private static final int TALK = 24;
  private static final double WEEK = 7;
  private static final int SEASON = 60;
  private static final int ILL = 40;

  /// A small effect wants many pairs.
  private static final int MORE = 4;

  private static final int WINDOW = 20;
  private static final double GOOD = 1.2;
  private static final int PHASE = 10;
  private static final double[] STAGES = {3, 4, 5};
  private static final int MOST_HOURS = 1000;
  private static final double QUARTER = 0.25;

  private Courses() {}

  static List<Pattern> patterns() {
    return List.of(
        new Pattern(
            "T12",
            Role.HELD_OUT,
            "over six weekly talks private telling is no straight climb; it goes in waves",
            "convex quadratic term, spectral peak (VanLear 1987)",
            List.of(
                Part.above("quadratic term, depth x 1000 per week squared"),
                Part.above("power of waves of 5 to 12 exchanges less that of 24, log")),
            Courses::waves),
        new Pattern(
            "T13",
            Role.HELD_OUT,
            "breadth opens before depth; when it goes ill both shrink",
            "order (Altman & Taylor 1973)",
            List.of(
                Part.above("half of depth after half of breadth, exchanges"),
                Part.above("topics in 20 exchanges, fewer when ill"),
                Part.above("depth, less when ill")),
            Courses::wedge),
        new Pattern(
            "T14",
            Role.HELD_OUT,
            "ill then well met, expecting a future: one tells more than if always well met",
            "sign; |d| below .25 for well then ill, and without a future (Taylor 1973)",
            List.of(
                Part.above("d, ill-well against well-well"),
                Part.between("d, well-ill against ill-ill", -0.25, 0.25),
                Part.between("d, ill-well against well-well, no future", -9, 0.25)),
            Courses::contrast),
        new Pattern(
            "T18",
            Role.HELD_OUT,
            "casual friends, friends, good friends after so many hours",
            "about 50, 90 and 200 h, within a factor of 3, looked for up to 1,000 h (Hall 2019)",
            List.of(
                Part.between("hours to friend", 30, 270),
                Part.between("hours to casual friend", 17, 150),
                Part.between("hours to good friend", 67, 600)),
            Courses::hours));
  }

  private static double[] waves(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Regression trend = new Regression(2);
    double slow = 0;
    double quick = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Dyad dyad = room.strangers(0, pair);
      for (int week = 0; week < TALKS; week++) {
        double[] depths = depths(room, dyad);
        double mean = 0;
        for (double each : depths) {
          mean += each / TALK;
        }
        double from = week - (TALKS - 1) / 2.0;
        trend.add(mean, from, from * from);
        slow += power(depths, 1);
        for (int wave = 2; wave <= 5; wave++) {
          quick += power(depths, wave) / 4;
        }
        dyad.rest(WEEK);
      }
    }
    return new double[] {1000 * trend.slopes()[1], StrictMath.log(quick / slow)};
  }

  private static double[] depths(Room room, Dyad dyad) {
    double[] depths = new double[TALK];
    for (int i = 0; i < TALK; i++) {
      dyad.exchange(dyad.freely(room.talk()));
      depths[i] = (dyad.person(0).depth() + dyad.person(1).depth()) / 2;
    }
    return depths;
  }

  /// The power of a series at so many waves in its length.
  private static double power(double[] series, int waves) {
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < series.length; i++) {
      double angle = 2 * Math.PI * waves * i / series.length;
      cosine += series[i] * StrictMath.cos(angle);
      sine += series[i] * StrictMath.sin(angle);
    }
    return cosine * cosine + sine * sine;
  }

  private static double[] wedge(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, MORE * pairs);
    double[] breadth = new double[SEASON];
    double[] depth = new double[SEASON];
    double[] fewer = new double[2];
    for (int pair = 0; pair < room.pairs(); pair++) {
      Dyad dyad = room.strangers(0, pair);
      for (int i = 0; i < SEASON; i++) {
        dyad.rest(1);
        dyad.exchange(dyad.freely(room.talk()));
        breadth[i] += dyad.person(0).breadth();
        depth[i] += dyad.person(0).depth();
      }
      depenetrate(room, dyad, fewer);
    }
    return new double[] {
      half(depth) - half(breadth), fewer[0] / room.pairs(), fewer[1] / room.pairs()
    };
  }

  private static void depenetrate(Room room, Dyad dyad, double[] fewer) {
    double[] well = window(room, dyad);
    dyad.lay(Levers.response(-2));
    for (int i = 0; i < ILL; i++) {
      dyad.rest(1);
      dyad.exchange(dyad.freely(room.talk()));
    }
    double[] ill = window(room, dyad);
    fewer[0] += well[0] - ill[0];
    fewer[1] += well[1] - ill[1];
  }

  private static double[] window(Room room, Dyad dyad) {
    boolean[] touched = new boolean[8];
    double depth = 0;
    for (int i = 0; i < WINDOW; i++) {
      dyad.rest(1);
      var next = dyad.freely(room.talk());
      dyad.exchange(next);
      touched[next.topic()] = true;
      depth += dyad.person(0).depth() / WINDOW;
    }
    int topics = 0;
    for (boolean each : touched) {
      topics += each ? 1 : 0;
    }
    return new double[] {topics, depth};
  }

  /// After how many exchanges half of the way is gone.
  private static double half(double[] series) {
    double target = (series[0] + series[series.length - 1]) / 2;
    int at = 0;
    while (series[at] < target) {
      at++;
    }
    return at;
  }

  private static double[] contrast(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample wellWell = fed(room, 0, GOOD, GOOD, 1);
    Sample illWell = fed(room, 1, -GOOD, GOOD, 1);
    Sample wellIll = fed(room, 2, GOOD, -GOOD, 1);
    Sample illIll = fed(room, 3, -GOOD, -GOOD, 1);
    Sample brief = fed(room, 4, GOOD, GOOD, 0);
    Sample briefContrast = fed(room, 5, -GOOD, GOOD, 0);
    return new double[] {
      illWell.effectAgainst(wellWell),
      wellIll.effectAgainst(illIll),
      briefContrast.effectAgainst(brief)
    };
  }

  private static Sample fed(Room room, int condition, double first, double then, double future) {
    Sample told = new Sample(room.pairs());
    for (int pair = 0; pair < room.pairs(); pair++) {
      Dyad dyad = room.strangers(condition, pair);
      dyad.expect(future);
      dyad.lay(Levers.response(first));
      Dice own = room.dice(condition, pair).branch(4);
      room.talk(dyad, Talk.FREE, PHASE, own);
      double before = dyad.person(0).depthTold();
      dyad.lay(Levers.response(then));
      room.talk(dyad, Talk.FREE, PHASE, own);
      told.add(dyad.person(0).depthTold() - before);
    }
    return told;
  }

  private static double[] hours(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs / 4 + 1);
    Manner company = room.talk().lasting(QUARTER);
    int steps = (int) (MOST_HOURS / QUARTER);
    double[] course = new double[steps];
    for (int pair = 0; pair < room.pairs(); pair++) {
      Dyad dyad = room.strangers(0, pair);
      for (int i = 0; i < steps; i++) {
        dyad.exchange(dyad.freely(company));
        dyad.mend(false);
        if (i % 8 == 7) {
          dyad.rest(2);
        }
        course[i] += dyad.person(0).lastingCloseness() / room.pairs();
      }
    }
    return new double[] {
      reached(course, STAGES[1]), reached(course, STAGES[0]), reached(course, STAGES[2])
    };
  }

  /// Hours until the mean pair is as close as that; the whole time if never.
  private static double reached(double[] course, double closeness) {
    int at = 0;
    while (at < course.length && course[at] < closeness) {
      at++;
    }
    return at * QUARTER;
  }
}
