package kith.lab.pattern;

import java.util.List;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Invitation;
import kith.lab.dyad.Levers;
import kith.lab.dyad.Manner;
import kith.lab.dyad.Settings;
import kith.lab.dyad.Tells;
import kith.lab.figures.Sample;
import kith.lab.pattern.Pattern.Part;
import kith.lab.people.Traits;
import kith.lab.policy.Talk;

/// Telling and liking: T4, T5, T10, T11 and T19.
final class Fondness {
  private static final int TALK = 12;

  /// A small effect wants many pairs.
  private static final int MORE = 4;

  private static final double LOW = 0.15;
  private static final double HIGH = 0.65;
  private static final double MIDDLE = 0.35;
  private static final double CORE = 0.8;
  private static final int MONTHS = 8;
  private static final int TALKS_A_MONTH = 20;
  private static final double MANY_QUESTIONS = 10.5 / TALK;
  private static final double FEW_QUESTIONS = 3.0 / TALK;

  private Fondness() {}

  static List<Pattern> patterns() {
    return List.of(
        new Pattern(
            "T4",
            Role.FIT,
            "who tells is liked",
            "d .15 to .40 (Collins & Miller 1994: .28)",
            List.of(new Part("d", 0.15, 0.4, 0.28)),
            (settings, seed, pairs) -> new double[] {tellingIsLiked(settings, seed, pairs)}),
        new Pattern(
            "T5",
            Role.HELD_OUT,
            "we tell more to those we like, and more so than T4",
            "d .5 to .9, above T4 (Collins & Miller 1994: .72)",
            List.of(Part.between("d", 0.5, 0.9), Part.above("d less that of T4")),
            Fondness::likingTells),
        new Pattern(
            "T10",
            Role.HELD_OUT,
            "people underrate how much they are liked, for months; the shy more so",
            "gap above 0 after a talk, near 0 after months, larger with shyness (Boothby 2018)",
            List.of(
                Part.above("gap after one talk, of 7"),
                Part.between("share of it left after 8 months", -0.25, 0.35),
                Part.above("gap of the shy less that of others")),
            Fondness::likingGap),
        new Pattern(
            "T11",
            Role.FIT,
            "who asks more follow-up questions is liked more",
            "+.3 to +.6 of 7 (Huang 2017: 5.79 against 5.31)",
            List.of(new Part("difference, of 7", 0.3, 0.6, 0.48)),
            Fondness::questions),
        new Pattern(
            "T19",
            Role.HELD_OUT,
            "who is pressed to reciprocate deep telling likes the other less",
            "sign (Collins & Miller 1994, reactance)",
            List.of(Part.above("liking unpressed less pressed, d")),
            Fondness::pressed));
  }

  private static double tellingIsLiked(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, MORE * pairs);
    Sample low = new Sample(room.pairs());
    Sample high = new Sample(room.pairs());
    for (int pair = 0; pair < room.pairs(); pair++) {
      low.add(confederate(room, 0, pair, LOW).person(0).liking());
      high.add(confederate(room, 1, pair, HIGH).person(0).liking());
    }
    return high.effectAgainst(low);
  }

  private static Dyad confederate(Room room, int condition, int pair, double depth) {
    Dyad dyad = room.strangers(condition, pair);
    dyad.lay(Levers.depth(depth));
    Dice own = room.dice(condition, pair).branch(4);
    Manner prompted = room.talk().prompted(1);
    for (int i = 0; i < TALK; i++) {
      dyad.exchange(new Invitation(own.below(8), MIDDLE, Tells.BOTH, prompted));
    }
    return dyad;
  }

  private static double[] likingTells(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample liking = new Sample(2 * pairs);
    Sample told = new Sample(2 * pairs);
    for (int pair = 0; pair < pairs; pair++) {
      Dyad dyad = room.strangers(0, pair);
      Dice own = room.dice(0, pair).branch(4);
      room.talk(dyad, Talk.FREE, 2 * TALK, own);
      double[] before = {dyad.person(0).depthTold(), dyad.person(1).depthTold()};
      liking.add(dyad.person(0).liking());
      liking.add(dyad.person(1).liking());
      room.talk(dyad, Talk.FREE, TALK, own);
      told.add(dyad.person(0).depthTold() - before[0]);
      told.add(dyad.person(1).depthTold() - before[1]);
    }
    double r = liking.correlation(told);
    double d = 2 * r / Math.sqrt(1 - r * r);
    return new double[] {d, d - tellingIsLiked(settings, seed + 1, pairs)};
  }

  private static double[] likingGap(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample early = new Sample(pairs);
    Sample late = new Sample(pairs);
    Sample shy = new Sample(pairs);
    Sample bold = new Sample(pairs);
    for (int pair = 0; pair < pairs; pair++) {
      Dyad dyad = room.strangers(0, pair);
      Dice own = room.dice(0, pair).branch(4);
      room.talk(dyad, Talk.FREE, 2 * TALK, own);
      early.add(dyad.likingGap(0));
      for (int day = 0; day < MONTHS * TALKS_A_MONTH; day++) {
        dyad.rest(1);
        room.talk(dyad, Talk.FREE, 1, own);
      }
      late.add(dyad.likingGap(0));
      shy.add(gapOf(room, 1, pair, 1));
      bold.add(gapOf(room, 2, pair, -1));
    }
    return new double[] {early.mean(), late.mean() / early.mean(), shy.mean() - bold.mean()};
  }

  private static double gapOf(Room room, int condition, int pair, double shyness) {
    Traits subject = room.somebody(condition, pair).shy(shyness);
    Dyad dyad = room.subject(subject, condition, pair);
    room.talk(dyad, Talk.FREE, 2 * TALK, room.dice(condition, pair).branch(4));
    return dyad.likingGap(0);
  }

  private static double[] questions(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    return new double[] {asked(room, 0, MANY_QUESTIONS) - asked(room, 1, FEW_QUESTIONS)};
  }

  private static double asked(Room room, int condition, double questions) {
    Sample liking = new Sample(room.pairs());
    Manner manner = room.talk().following(questions);
    for (int pair = 0; pair < room.pairs(); pair++) {
      Dyad dyad = room.strangers(condition, pair);
      for (int i = 0; i < TALK; i++) {
        dyad.exchange(dyad.freely(manner));
      }
      liking.add(dyad.person(0).liking());
    }
    return liking.mean();
  }

  private static double[] pressed(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample free = new Sample(pairs);
    Sample pressed = new Sample(pairs);
    for (int pair = 0; pair < pairs; pair++) {
      free.add(asked(room, pair, 0, 1));
      pressed.add(asked(room, pair, 1, 0));
    }
    return new double[] {free.effectAgainst(pressed)};
  }

  private static double asked(Room room, int pair, int condition, double freedom) {
    Dyad dyad = room.strangers(condition, pair);
    dyad.lay(Levers.depth(CORE));
    Manner manner = room.talk().prompted(1).free(freedom);
    for (int i = 0; i < TALK / 2; i++) {
      dyad.exchange(new Invitation(i, CORE, Tells.BOTH, manner));
    }
    return dyad.person(0).liking();
  }
}
