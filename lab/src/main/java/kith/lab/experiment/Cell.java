package kith.lab.experiment;

import java.util.List;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Settings;
import kith.lab.figures.Interval;
import kith.lab.figures.Sample;
import kith.lab.outcome.Figures;
import kith.lab.outcome.Figures.Figure;
import kith.lab.outcome.Measure;
import kith.lab.outcome.Tally;
import kith.lab.people.Population;
import kith.lab.policy.Policy;

/// One policy with one population: several runs of many pairs. The pairs of a run are the same
/// people under every policy, so that policies are compared on the same people.
public record Cell(Population population, Policy policy, List<Figures> runs) {
  public Cell {
    runs = List.copyOf(runs);
  }

  /// Runs one run.
  static Figures run(
      Population population, Policy policy, Settings settings, Dice dice, int pairs) {
    Tally tally = new Tally();
    for (int pair = 0; pair < pairs; pair++) {
      Dice own = dice.branch(pair);
      Dyad dyad = Dyad.of(population, settings, own);
      policy.season(dyad, settings, own.branch(7), Policy.SEASON);
      tally.add(dyad);
    }
    return Figures.of(tally);
  }

  /// A figure over the runs.
  public Interval figure(Measure measure, Figure figure) {
    Sample sample = new Sample(runs.size());
    for (Figures run : runs) {
      sample.add(run.of(measure, figure));
    }
    return Interval.of(sample);
  }

  /// A figure of this less that of another cell, run by run.
  public Interval less(Cell other, Measure measure, Figure figure) {
    Sample sample = new Sample(runs.size());
    for (int run = 0; run < runs.size(); run++) {
      sample.add(runs.get(run).of(measure, figure) - other.runs.get(run).of(measure, figure));
    }
    return Interval.of(sample);
  }

  /// Cohen's d of closeness against another cell, run by run.
  public Interval effectAgainst(Cell other) {
    Sample sample = new Sample(runs.size());
    for (int run = 0; run < runs.size(); run++) {
      Figures mine = runs.get(run);
      Figures theirs = other.runs.get(run);
      double one = mine.of(Measure.CLOSENESS, Figure.DEVIATION);
      double two = theirs.of(Measure.CLOSENESS, Figure.DEVIATION);
      double off =
          mine.of(Measure.CLOSENESS, Figure.MEAN) - theirs.of(Measure.CLOSENESS, Figure.MEAN);
      double pooled = Math.sqrt((one * one + two * two) / 2);
      sample.add(pooled == 0 ? 0 : off / pooled);
    }
    return Interval.of(sample);
  }
}
