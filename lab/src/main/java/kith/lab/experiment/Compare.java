package kith.lab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import kith.lab.dice.Dice;
import kith.lab.dyad.Settings;
import kith.lab.outcome.Figures;
import kith.lab.people.Population;
import kith.lab.policy.Policy;

/// Policies x populations.
///
/// @param pairs in each run
/// @param runs of each cell; at least 5
/// @param folder where finished runs are kept, if anywhere
public record Compare(Settings settings, long seed, int pairs, int runs, Optional<Path> folder) {
  /// How many parts the progress bar has.
  public int steps(List<Population> populations, List<Policy> policies) {
    return populations.size() * policies.size() * runs;
  }

  /// Runs every cell that is not kept, population by population.
  public List<Cell> run(
      List<Population> populations, List<Policy> policies, Workers workers, IntConsumer done) {
    Kept kept = new Kept(folder);
    List<Callable<Figures>> parts = new ArrayList<>();
    for (Population population : populations) {
      for (Policy policy : policies) {
        for (int run = 0; run < runs; run++) {
          parts.add(part(kept, population, policy, run));
        }
      }
    }
    List<Figures> found = workers.run(parts, done);
    List<Cell> cells = new ArrayList<>();
    for (Population population : populations) {
      for (Policy policy : policies) {
        int at = cells.size() * runs;
        cells.add(new Cell(population, policy, found.subList(at, at + runs)));
      }
    }
    return cells;
  }

  private Callable<Figures> part(Kept kept, Population population, Policy policy, int run) {
    Dice dice = Dice.seeded(seed).branch(population.word().hashCode()).branch(run);
    String key =
        "%d %d %s %s %d %s"
            .formatted(
                seed, pairs, population.word(), policy.word(), run, Kept.fingerprint(settings));
    Supplier<Figures> cell = () -> Cell.run(population, policy, settings, dice, pairs);
    return () -> kept.find(key).map(Figures::read).orElseGet(() -> run(kept, key, cell));
  }

  private static Figures run(Kept kept, String key, Supplier<Figures> cell) {
    Figures figures = cell.get();
    kept.keep(key, figures.line());
    return figures;
  }
}
