package kith.relay.push;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kith.relay.events.Event;
import kith.relay.log.Outcome;
import kith.relay.log.VaultLog;
import kith.relay.log.VaultLog.DuePush;
import kith.relay.push.Sending.Fate;
import org.jspecify.annotations.Nullable;

/// Wakes devices when their hour has come, whether or not anything has happened for them.
///
/// It has a thread and a beat of its own, so that nothing else the relay has to do (the ticks of
/// votes, above all) moves a push by a second. A push is taken from the store by one node and then
/// sent by it: at most once; what a killed node had taken comes at the next chosen hour.
public final class Pusher implements AutoCloseable {
  private static final long EVERY_SECONDS = 60;
  private static final long CLOSE_SECONDS = 2;

  /// Seconds until the next try, after the first, second and third that failed.
  private static final long[] AGAIN = {60, 300, 900};

  /// A service that wants more time than this gets its push at the next chosen hour.
  private static final long LONGEST_WAIT = 1800;

  /// Pushes that wait for another try; beyond that they are let go by.
  private static final int MOST_WAITING = 10_000;

  private final VaultLog vaults;
  private final PushKeys keys;
  private final Clock clock;
  private final Outgoing outgoing;
  private final @Nullable String subject;
  private final List<Again> waiting = new ArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("kith-push").factory());
  private @Nullable HttpClient client;

  private Pusher(VaultLog vaults, Clock clock, Outgoing outgoing, @Nullable String subject) {
    this.vaults = vaults;
    this.keys = new PushKeys(vaults);
    this.clock = clock;
    this.outgoing = outgoing;
    this.subject = subject;
  }

  /// A push that failed `failures` times and waits for its next try.
  private record Again(DuePush push, int failures, long atMillis) {}

  /// Begins; the first look comes after a minute. `subject` is an address by which a push service
  /// can reach the operator, such as the relay's own.
  public static Pusher start(
      VaultLog vaults, Clock clock, Outgoing outgoing, @Nullable String subject) {
    Pusher pusher = new Pusher(vaults, clock, outgoing, subject);
    var _ =
        pusher.thread.scheduleAtFixedRate(
            pusher::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    return pusher;
  }

  /// Sends all that is due now.
  public synchronized void look() {
    try {
      again();
      List<DuePush> due = take();
      while (!due.isEmpty() && !thread.isShutdown()) {
        send(due.stream().map(push -> new Again(push, 0, 0)).toList());
        due = take();
      }
    } catch (CompletionException failed) {
      Event.PUSHES_WAIT.note(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private List<DuePush> take() {
    return vaults.takeDuePushes().join() instanceof Outcome.Done<List<DuePush>>(var due)
        ? due
        : List.of();
  }

  private void again() {
    List<Again> due = waiting.stream().filter(again -> again.atMillis() <= clock.millis()).toList();
    waiting.removeAll(due);
    if (!due.isEmpty()) {
      send(due);
    }
  }

  private void send(List<Again> pushes) {
    if (!(keys.keys().join() instanceof Outcome.Done<Vapid>(Vapid vapid))) {
      return;
    }
    Sending sending = new Sending(outgoing, client(), vapid, subject);
    List<CompletableFuture<Fate>> fates =
        pushes.stream().map(push -> sending.send(push.push().address(), clock.millis())).toList();
    for (int i = 0; i < pushes.size(); i++) {
      after(pushes.get(i), fates.get(i).join());
    }
  }

  private void after(Again push, Fate fate) {
    switch (fate) {
      case Fate.Taken(), Fate.Refused() -> {}
      case Fate.Unknown() -> vaults.forgetPush(push.push().vault(), push.push().push()).join();
      case Fate.Later(long seconds) -> later(push, seconds);
    }
  }

  private void later(Again push, long seconds) {
    if (push.failures() < AGAIN.length
        && seconds <= LONGEST_WAIT
        && waiting.size() < MOST_WAITING) {
      long wait = Math.max(AGAIN[push.failures()], seconds);
      waiting.add(new Again(push.push(), push.failures() + 1, clock.millis() + wait * 1000));
    }
  }

  private HttpClient client() {
    HttpClient there = client;
    if (there == null) {
      there = outgoing.client().get();
      client = there;
    }
    return there;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      var _ = thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    HttpClient there = client;
    if (there != null) {
      there.shutdownNow();
    }
  }
}
