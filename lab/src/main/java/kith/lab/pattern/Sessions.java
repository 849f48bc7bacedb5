package kith.lab.pattern;

import java.util.List;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Invitation;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;
import kith.lab.dyad.Tells;
import kith.lab.figures.Sample;
import kith.lab.pattern.Pattern.Part;
import kith.lab.policy.Talk;

/// One evening in the laboratory: T1, T2, T3 and T20.
final class Sessions {
  private static final int BLOCK = 12;
  private static final int WEEKS = 7;
  private static final double MODERATELY = 0.3;
  private static final double A_LITTLE = 0.1;

  private Sessions() {}

  static List<Pattern> patterns() {
    return List.of(
        new Pattern(
            "T1",
            Role.FIT,
            "36 escalating prompts for both bring strangers closer than small talk",
            "d .4 to 1 (capped), means about 4.06 and 3.25 of 7 (Aron 1997)",
            List.of(
                new Part("d", 0.4, 1, 0.8),
                new Part("mean, escalating", 3.76, 4.36, 4.06),
                new Part("mean, small talk", 2.95, 3.55, 3.25)),
            Sessions::escalation),
        new Pattern(
            "T2",
            Role.HELD_OUT,
            "a goal, expecting to be liked and matched attitudes hardly matter",
            "each |d| below .25 (Aron 1997, studies 2 and 3)",
            List.of(
                Part.between("d, goal", -0.25, 0.25),
                Part.between("d, expecting to be liked", -0.25, 0.25),
                Part.between("d, matched attitudes", -0.25, 0.25)),
            Sessions::framing),
        new Pattern(
            "T3",
            Role.FIT,
            "taking turns beats a monologue and then swapping",
            "d .2 to .8 after either block; receiver above discloser after the first"
                + " (Sprecher 2013)",
            List.of(
                new Part("d after block 1", 0.2, 0.8, 0.5),
                new Part("d after block 2", 0.2, 0.8, 0.5),
                Part.above("receiver less discloser")),
            Sessions::turns),
        new Pattern(
            "T20",
            Role.HELD_OUT,
            "seven weeks after one session some pairs are in touch",
            "35 to 57 % of pairs (Aron 1997)",
            List.of(Part.between("share in touch", 0.35, 0.57)),
            Sessions::contact));
  }

  private static double[] escalation(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample escalating = session(room, 0, Talk.ESCALATING);
    Sample small = session(room, 1, Talk.SMALL);
    return new double[] {escalating.effectAgainst(small), escalating.mean(), small.mean()};
  }

  static Sample session(Room room, int condition, Talk kind) {
    Sample closeness = new Sample(room.pairs());
    for (int pair = 0; pair < room.pairs(); pair++) {
      Dyad dyad = room.strangers(condition, pair);
      room.talk(dyad, kind, Room.SESSION, room.dice(condition, pair).branch(4));
      closeness.add(Room.closeness(dyad));
    }
    return closeness;
  }

  private static double[] framing(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    double more = settings.of(Parameter.ADHERENCE) + A_LITTLE;
    Room eager = Room.of(settings.with(Parameter.ADHERENCE, more), seed, pairs);
    Sample plain = session(room, 0, Talk.ESCALATING);
    return new double[] {
      session(eager, 1, Talk.ESCALATING).effectAgainst(plain),
      primed(room, 2, MODERATELY, 0).effectAgainst(plain),
      primed(room, 3, 0, MODERATELY).effectAgainst(plain)
    };
  }

  private static Sample primed(Room room, int condition, double expected, double liked) {
    Sample closeness = new Sample(room.pairs());
    for (int pair = 0; pair < room.pairs(); pair++) {
      Dyad dyad = room.strangers(condition, pair);
      dyad.prime(expected, liked);
      room.talk(dyad, Talk.ESCALATING, Room.SESSION, room.dice(condition, pair).branch(4));
      closeness.add(Room.closeness(dyad));
    }
    return closeness;
  }

  private static double[] turns(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample[] turns = {new Sample(pairs), new Sample(pairs)};
    Sample[] swap = {new Sample(pairs), new Sample(pairs)};
    Sample receiving = new Sample(pairs);
    for (int pair = 0; pair < pairs; pair++) {
      Dyad both = room.strangers(0, pair);
      Dyad one = room.strangers(1, pair);
      for (int block = 0; block < 2; block++) {
        block(room, both, room.dice(0, pair).branch(4 + block), Tells.BOTH);
        block(room, one, room.dice(1, pair).branch(4 + block), block == 0 ? Tells.ZERO : Tells.ONE);
        turns[block].add(Room.closeness(both));
        swap[block].add(Room.closeness(one));
        if (block == 0) {
          receiving.add(one.person(1).liking() - one.person(0).liking());
        }
      }
    }
    return new double[] {
      turns[0].effectAgainst(swap[0]), turns[1].effectAgainst(swap[1]), receiving.mean()
    };
  }

  private static void block(Room room, Dyad dyad, Dice own, Tells tells) {
    for (int i = 0; i < BLOCK; i++) {
      Talk.Step step = new Talk.Step(i, 2 * BLOCK, own);
      Invitation next = Talk.ESCALATING.next(dyad, room.talk(), room.settings(), step);
      dyad.exchange(new Invitation(next.topic(), next.depth(), tells, next.manner()));
    }
  }

  private static double[] contact(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    int inTouch = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Dyad dyad = room.strangers(0, pair);
      Dice own = room.dice(0, pair).branch(5);
      room.talk(dyad, Talk.ESCALATING, Room.SESSION, own);
      inTouch += met(settings, dyad, own) ? 1 : 0;
    }
    return new double[] {(double) inTouch / pairs};
  }

  private static boolean met(Settings settings, Dyad dyad, Dice own) {
    boolean met = false;
    for (int week = 0; week < WEEKS; week++) {
      for (int person = 0; person < 2; person++) {
        double moved =
            settings.of(Parameter.INITIATE_PER_CLOSENESS) * (dyad.person(person).closeness() - 4);
        met |= own.chance(settings.of(Parameter.INITIATE) * Math.max(0, 1 + moved));
      }
    }
    return met;
  }
}
