package kith.lab.experiment;

import java.util.function.ToDoubleFunction;
import kith.lab.dice.Dice;
import kith.lab.dyad.Dyad;
import kith.lab.dyad.Settings;
import kith.lab.figures.Interval;
import kith.lab.figures.Sample;
import kith.lab.outcome.Measure;
import kith.lab.outcome.Tally;
import kith.lab.people.Population;
import kith.lab.policy.Policy;

/// One policy with one population: runs of many pairs. The pairs of a run are the same people under
/// every policy, so that policies are compared pair by pair.
///
/// @param runs the tally of each run
public record Cell(Population population, Policy policy, Tally[] runs) {
  /// Runs one run.
  static Tally run(Population population, Policy policy, Settings settings, Dice dice, int pairs) {
    Tally tally = new Tally();
    for (int pair = 0; pair < pairs; pair++) {
      tally.add(pair(population, policy, settings, dice.branch(pair)));
    }
    return tally;
  }

  /// One pair after a season.
  static Dyad pair(Population population, Policy policy, Settings settings, Dice own) {
    Dyad dyad = Dyad.of(population, settings, own);
    policy.season(dyad, settings, own.branch(7), Policy.SEASON);
    return dyad;
  }

  /// A figure over the runs.
  public Interval figure(ToDoubleFunction<Tally> figure) {
    Sample sample = new Sample(runs.length);
    for (Tally run : runs) {
      sample.add(figure.applyAsDouble(run));
    }
    return Interval.of(sample);
  }

  /// A figure of this less that of another cell, run by run.
  public Interval difference(Cell other, ToDoubleFunction<Tally> figure) {
    Sample sample = new Sample(runs.length);
    for (int run = 0; run < runs.length; run++) {
      sample.add(figure.applyAsDouble(runs[run]) - figure.applyAsDouble(other.runs[run]));
    }
    return Interval.of(sample);
  }

  /// Cohen's d of closeness against another cell, all runs together.
  public double effectAgainst(Cell other) {
    Tally mine = new Tally();
    Tally theirs = new Tally();
    for (int run = 0; run < runs.length; run++) {
      mine.add(runs[run]);
      theirs.add(other.runs[run]);
    }
    Measure measure = Measure.CLOSENESS;
    double one = mine.deviation(measure);
    double two = theirs.deviation(measure);
    double pooled = Math.sqrt((one * one + two * two) / 2);
    return pooled == 0 ? 0 : (mine.mean(measure) - theirs.mean(measure)) / pooled;
  }
}
