package kith.lab.experiment;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import kith.lab.dice.Dice;
import kith.lab.dyad.Settings;
import kith.lab.outcome.Figures;
import kith.lab.people.Population;
import kith.lab.policy.Policy;

/// How many exchanges are simulated in a second, for each kind of policy.
public record Speed(int pairs, Workers workers, int parts) {
  private static final double NANOSECONDS = 1e9;
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /// What was measured of one policy.
  ///
  /// @param memory bytes in use afterwards
  /// @param allocated bytes asked for meanwhile: a measure of work that is the same on a busy
  ///     machine
  public record Measured(
      Policy policy, long exchanges, double seconds, long memory, long allocated) {
    /// Exchanges a second.
    public double rate() {
      return exchanges / seconds;
    }

    /// For people.
    public String text() {
      return String.format(
          Locale.ROOT,
          "speed: %-16s %,12d exchanges in %.2f s: %,.0f a second; %,d KiB in use",
          policy.word(),
          exchanges,
          seconds,
          rate(),
          memory / 1024);
    }
  }

  /// Measures one policy among strangers.
  public Measured of(Policy policy) {
    List<Callable<Figures>> work = new ArrayList<>();
    LongAdder allocated = new LongAdder();
    for (int part = 0; part < parts; part++) {
      Dice dice = Dice.seeded(1).branch(part);
      work.add(
          () -> {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Figures figures =
                Cell.run(Population.STRANGERS, policy, Settings.fitted(), dice, pairs / parts);
            allocated.add(THREADS.getCurrentThreadAllocatedBytes() - before);
            return figures;
          });
    }
    long began = System.nanoTime();
    workers.run(work, done -> {});
    double seconds = (System.nanoTime() - began) / NANOSECONDS;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long memory = runtime.totalMemory() - runtime.freeMemory();
    long exchanges = (long) (pairs / parts) * parts * Policy.SEASON;
    return new Measured(policy, exchanges, seconds, memory, allocated.sum());
  }
}
