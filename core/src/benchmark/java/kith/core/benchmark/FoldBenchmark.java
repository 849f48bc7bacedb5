package kith.core.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import kith.core.bond.Entry;
import kith.core.bond.Moment;
import kith.core.bond.Verdict;
import kith.core.person.Mine;
import kith.core.person.Person;
import kith.core.person.View;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A fold from nothing, one more event after so many, and one view.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FoldBenchmark {
  /// Events measured as one more each; a whole number of exchanges.
  private static final int MORE = 1_000;

  /// A history of so many entries.
  @State(Scope.Benchmark)
  public static class Longer {
    @Param({"10000", "20000", "40000"})
    public int events;

    List<Entry> entries = List.of();
    Person person = Told.folded(List.of());
    Moment now = Moment.START;
    Mine page = Told.page();

    /// Tells it, once a run.
    @Setup
    public void tell() {
      entries = Told.entries(events);
      person = Told.folded(entries);
      now = Told.now(entries);
    }
  }

  /// A bond that has taken so many entries, anew for each measurement, and what comes next.
  @State(Scope.Thread)
  public static class Next {
    Person person = Told.folded(List.of());
    List<Entry> more = List.of();

    /// Folds what came before; not measured.
    @Setup(Level.Invocation)
    public void fold(Longer before) {
      if (more.isEmpty()) {
        more = Told.entries(before.events + MORE).subList(before.events, before.events + MORE);
      }
      person = Told.folded(before.entries);
    }
  }

  /// All entries from nothing.
  @Benchmark
  public Person fold(Longer longer) {
    return Told.folded(longer.entries);
  }

  /// One more entry.
  @Benchmark
  @OperationsPerInvocation(MORE)
  public Verdict oneMore(Next next) {
    Verdict last = Verdict.ALLOWED;
    for (Entry entry : next.more) {
      last = next.person.take(entry);
    }
    return last;
  }

  /// One view of the last page.
  @Benchmark
  public View view(Longer longer) {
    return longer.person.view(longer.page, longer.now);
  }
}
