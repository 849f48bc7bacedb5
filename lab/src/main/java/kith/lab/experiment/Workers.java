package kith.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// Runs parts of an experiment on several threads. What each part is hangs on its number alone, and
/// results come back by number, so that the count of threads changes nothing.
public final class Workers {
  private final int threads;

  /// So many threads.
  public Workers(int threads) {
    this.threads = threads;
  }

  /// One thread a processor.
  public static Workers all() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  /// Runs all parts; results in their order.
  ///
  /// @param done is told how many have been done, each time one is
  public <T> List<T> run(List<Callable<T>> parts, IntConsumer done) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (pool) {
      List<Future<T>> waiting = new ArrayList<>();
      for (Callable<T> part : parts) {
        waiting.add(pool.submit(part));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : waiting) {
        results.add(each.get());
        done.accept(results.size());
      }
      return results;
    } catch (ExecutionException cause) {
      throw new IllegalStateException("a part of the experiment failed", cause.getCause());
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the experiment was interrupted", cause);
    } finally {
      pool.shutdownNow();
    }
  }
}
