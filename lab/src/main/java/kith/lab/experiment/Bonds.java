package kith.lab.experiment;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kith.lab.world.Fault;
import kith.lab.world.World;

/// Many bonds in the whole system, simulated with faults: each a world of its own with a seed of
/// its own, so that any of them can be run again alone.
///
/// @param first what the first is run with, its seed included; the others have the seeds after it
/// @param bonds how many
public record Bonds(World.Setting first, int bonds) {
  /// One of them, and how it ended.
  public record Lived(long seed, World.Ended ended) {}

  /// Runs them all; in order, whatever the count of threads.
  ///
  /// @param done is told how many have been done, each time one is
  public List<Lived> run(Workers workers, IntConsumer done) {
    List<Callable<Lived>> parts =
        IntStream.range(0, bonds).<Callable<Lived>>mapToObj(at -> () -> lived(at)).toList();
    return workers.run(parts, done);
  }

  private Lived lived(int at) {
    World.Setting setting = first.seeded(first.seed() + at);
    return new Lived(setting.seed(), World.run(setting, line -> {}));
  }

  /// What all of them together went through.
  public static String text(List<Lived> lived) {
    return "%d bonds: %d steps, %d entries, %d faults, %d broke a property"
        .formatted(
            lived.size(),
            lived.stream().mapToLong(one -> one.ended().steps()).sum(),
            lived.stream().mapToLong(one -> one.ended().entries()).sum(),
            lived.stream().mapToLong(one -> one.ended().met().size()).sum(),
            lived.stream().filter(one -> one.ended().why().isPresent()).count());
  }

  /// How many faults of each kind came to them, every kind named.
  public static String faults(List<Lived> lived) {
    return Stream.of(Fault.values())
        .map(kind -> kind.word() + " " + count(lived, kind))
        .collect(Collectors.joining(", "));
  }

  /// How many faults of one kind came to them.
  public static long count(List<Lived> lived, Fault kind) {
    return lived.stream().mapToLong(one -> one.ended().kinds().getOrDefault(kind, 0)).sum();
  }
}
