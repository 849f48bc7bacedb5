package kith.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import kith.lab.dice.Dice;
import kith.lab.dyad.Settings;
import kith.lab.outcome.Tally;
import kith.lab.people.Population;
import kith.lab.policy.Policy;

/// Policies x populations.
///
/// @param pairs in each run
/// @param runs of each cell; at least 5
public record Compare(Settings settings, long seed, int pairs, int runs) {
  /// How many parts the progress bar has.
  public int steps(List<Population> populations, List<Policy> policies) {
    return populations.size() * policies.size() * runs;
  }

  /// Runs every cell, population by population.
  ///
  /// @param kept finds a tally of an earlier run, or runs it and keeps it
  public List<Cell> run(
      List<Population> populations, List<Policy> policies, Workers workers, IntConsumer done) {
    List<Callable<Tally>> parts = new ArrayList<>();
    for (Population population : populations) {
      for (Policy policy : policies) {
        for (int run = 0; run < runs; run++) {
          Dice dice = Dice.seeded(seed).branch(population.title().hashCode()).branch(run);
          parts.add(() -> Cell.run(population, policy, settings, dice, pairs));
        }
      }
    }
    List<Tally> found = workers.run(parts, done);
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    for (Population population : populations) {
      for (Policy policy : policies) {
        cells.add(
            new Cell(population, policy, found.subList(at, at + runs).toArray(new Tally[0])));
        at += runs;
      }
    }
    return cells;
  }
}
