package kith.relay.log.sql;

import java.util.concurrent.CompletableFuture;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.Watcher;

/// What each database does in its own way: commits, threads, connections and failures.
public interface Engine extends AutoCloseable {
  /// Does the work in a transaction; completes once that is durable.
  <T> CompletableFuture<Outcome<T>> write(Work<T> work);

  /// Asks beside the writing.
  <T> CompletableFuture<Outcome<T>> read(Question<T> question);

  /// Asks for a page beside the writing, perhaps together with others.
  default CompletableFuture<Outcome<Page>> page(PageOf question) {
    return read(question);
  }

  /// Sets the one watcher.
  void watch(Watcher watcher);

  /// Finishes what was asked and lets go of everything.
  @Override
  void close();
}
