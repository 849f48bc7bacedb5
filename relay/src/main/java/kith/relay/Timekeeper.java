package kith.relay;

import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kith.relay.events.Event;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;

/// Looks at the clock once a minute and lets the store do what has become due.
final class Timekeeper implements AutoCloseable {
  private static final long EVERY_SECONDS = 60;
  private static final long CLOSE_SECONDS = 5;

  private final RelayLog log;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("kith-time").factory());

  private Timekeeper(RelayLog log) {
    this.log = log;
  }

  /// Begins; the first look comes after a minute, when whoever waited for the start is served.
  static Timekeeper start(RelayLog log) {
    Timekeeper keeper = new Timekeeper(log);
    var _ =
        keeper.thread.scheduleAtFixedRate(
            keeper::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    return keeper;
  }

  /// Does all that is due now; what cannot be done (a full disk) waits for the next look.
  void look() {
    try {
      boolean more = true;
      while (more && !thread.isShutdown()) {
        more = log.passTime().join() instanceof Outcome.Done<Boolean>(Boolean due) && due;
      }
    } catch (CompletionException failed) {
      Event.DUE_WAITS.note(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
