package kith.lab.pattern;

import java.util.List;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Levers;
import kith.lab.dyad.Partner;
import kith.lab.dyad.Settings;
import kith.lab.figures.Regression;
import kith.lab.figures.Sample;
import kith.lab.pattern.Pattern.Part;
import kith.lab.people.Population;

/// From telling to feeling close: T6, T7, T8 and T17.
final class Intimacy {
  private static final int DIARY = 28;
  private static final int CHAT = 8;
  private static final int WARM = 6;
  private static final double UNDERSTOOD = 6;
  private static final double MISSED = 3;

  private Intimacy() {}

  static List<Pattern> patterns() {
    return List.of(
        new Pattern(
            "T6",
            Role.FIT,
            "feeling told draws closer, fact does not",
            "within people, beta .3 to .45 against less than .1 (Laurenceau 1998: .37 and 0)",
            List.of(
                new Part("beta of feeling", 0.3, 0.45, 0.37),
                new Part("beta of fact", -0.1, 0.1, 0)),
            (settings, seed, pairs) -> total(settings, seed, pairs)),
        new Pattern(
            "T7",
            Role.HELD_OUT,
            "feeling understood carries part of what telling does",
            "20 to 80 % (Laurenceau 1998, 2005: partly)",
            List.of(Part.between("share carried", 0.2, 0.8)),
            Intimacy::mediated),
        new Pattern(
            "T8",
            Role.HELD_OUT,
            "who is made to feel understood shows more feeling next",
            "positive (Ruan 2020)",
            List.of(Part.above("d")),
            Intimacy::moved),
        new Pattern(
            "T17",
            Role.HELD_OUT,
            "after a chat two strangers feel it alike, and even turns help",
            "correlation .25 to .45; beta of balance .1 to .3 (320 chats, computed)",
            List.of(
                Part.between("correlation of the two", 0.25, 0.45),
                Part.between("beta of balance", 0.1, 0.3)),
            Intimacy::chat));
  }

  /// One person's diary: each row is intimacy, feeling, fact, understanding; means taken out.
  private static double[][] diary(Room room, int pair) {
    Dyad dyad = room.pair(Population.NEW_FRIENDS, 0, pair);
    double[][] rows = new double[DIARY][4];
    double[] means = new double[4];
    for (int day = 0; day < DIARY; day++) {
      dyad.rest(1);
      dyad.exchange(dyad.freely(room.talk()));
      Partner self = dyad.person(0);
      rows[day] =
          new double[] {self.experience(), self.emotion(), self.fact(), self.understanding()};
      for (int i = 0; i < means.length; i++) {
        means[i] += rows[day][i] / DIARY;
      }
    }
    for (double[] row : rows) {
      for (int i = 0; i < means.length; i++) {
        row[i] -= means[i];
      }
    }
    return rows;
  }

  private static double[] total(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Regression regression = new Regression(2);
    for (int pair = 0; pair < pairs; pair++) {
      for (double[] row : diary(room, pair)) {
        regression.add(row[0], row[1], row[2]);
      }
    }
    return regression.standardised();
  }

  private static double[] mediated(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Regression total = new Regression(1);
    Regression direct = new Regression(2);
    for (int pair = 0; pair < pairs; pair++) {
      for (double[] row : diary(room, pair)) {
        total.add(row[0], row[1]);
        direct.add(row[0], row[1], row[3]);
      }
    }
    return new double[] {1 - direct.slopes()[0] / total.slopes()[0]};
  }

  private static double[] moved(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample understood = new Sample(pairs);
    Sample missed = new Sample(pairs);
    for (int pair = 0; pair < pairs; pair++) {
      understood.add(after(room, 0, pair, UNDERSTOOD));
      missed.add(after(room, 1, pair, MISSED));
    }
    return new double[] {understood.effectAgainst(missed)};
  }

  private static double after(Room room, int condition, int pair, double understanding) {
    Dyad dyad = room.strangers(condition, pair);
    for (int i = 0; i < WARM; i++) {
      dyad.exchange(dyad.freely(room.talk()));
    }
    dyad.lay(new Levers(Double.NaN, Double.NaN, understanding));
    dyad.exchange(dyad.freely(room.talk()));
    dyad.lay(Levers.NONE);
    dyad.exchange(dyad.freely(room.talk()));
    return dyad.person(0).emotion();
  }

  private static double[] chat(Settings settings, long seed, int pairs) {
    Room room = Room.of(settings, seed, pairs);
    Sample zero = new Sample(pairs);
    Sample one = new Sample(pairs);
    Regression explained = new Regression(3);
    for (int pair = 0; pair < pairs; pair++) {
      Dyad dyad = room.strangers(0, pair);
      Dice own = room.dice(0, pair).branch(4);
      double words = 0;
      double wordsOfZero = 0;
      for (int i = 0; i < CHAT; i++) {
        dyad.exchange(dyad.freely(room.talk()));
        words += dyad.person(0).words() + dyad.person(1).words();
        wordsOfZero += dyad.person(0).words();
      }
      zero.add(connection(dyad.person(0), own));
      one.add(connection(dyad.person(1), own));
      double felt = (zero.at(pair) + one.at(pair)) / 2;
      double balance = -Math.abs(2 * wordsOfZero / words - 1);
      double depth = dyad.person(0).depthTold() + dyad.person(1).depthTold();
      explained.add(felt, balance, words, depth);
    }
    return new double[] {zero.correlation(one), explained.standardised()[0]};
  }

  /// A rating of the chat as people give it: how close it feels, and some noise of the scale.
  private static double connection(Partner person, Dice own) {
    return person.closeness() + own.normal() / 4;
  }
}
