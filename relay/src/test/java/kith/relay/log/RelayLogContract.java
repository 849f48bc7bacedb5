package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kith.wire.BondId;
import kith.wire.GateId;
import kith.wire.Parts;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What every contract test of a store begins with: a bond of two seats, a clock, and a way to open
/// the store again.
public abstract class RelayLogContract {
  protected static final int TODAY = MovingClock.FIRST_DAY;
  protected static final long BOND = 1;
  protected static final Seat ONE = Sample.seat(BOND, 10);
  protected static final Seat TWO = Sample.seat(BOND, 20);
  protected static final Seat STRANGER = Sample.seat(BOND, 99);

  protected final MovingClock clock = new MovingClock();
  protected final List<String> heard = new ArrayList<>();

  @TempDir private Path folder;

  private @Nullable RelayLog log;

  protected Path folder() {
    return folder;
  }

  /// Opens the store in a folder, new or from before.
  protected abstract RelayLog open(Path at, Clock day);

  protected RelayLog log() {
    RelayLog open = log;
    if (open == null) {
      throw new IllegalStateException("not opened yet");
    }
    return open;
  }

  @BeforeEach
  void openWithABond() {
    reopen();
    value(log().create(new Requests.CreateBond(ONE.bond(), ONE.hash(), 0)));
    value(log().offer(new Requests.Offer(ONE, Sample.invitation(0), Sample.box(9, 1), TODAY)));
    Requests.Accept accept =
        new Requests.Accept(Sample.invitation(0), Sample.box(9, 2), TWO.hash());
    value(log().accept(accept));
    // Again, which tells nobody: what the first one told has been heard when this is done.
    value(log().accept(accept));
    heard.clear();
  }

  /// Closes the store and opens it again; what it tells has been heard then.
  protected void reopen() {
    if (log != null) {
      log.close();
    }
    log = open(folder, clock);
    log.watch(new Listening());
  }

  private final class Listening implements Watcher {
    @Override
    public void changed(BondId bond, long seq) {
      heard.add(bond.text() + " " + seq);
    }

    @Override
    public void rotated(BondId bond) {
      heard.add("rotated " + bond.text());
    }
  }

  /// Does all that is due.
  protected void letTimePass() {
    for (int i = 0; i < 1_000; i++) {
      if (!value(log().passTime())) {
        return;
      }
    }
    throw new AssertionError("there is always more to do");
  }

  /// Lets so many minutes go by, a few at a time, as a running relay sees them.
  protected void passAt(int minutes) {
    for (int gone = 0; gone < minutes; gone += 10) {
      clock.plusMillis(600_000);
      letTimePass();
    }
  }

  /// Lets a day go by; a relay that was stopped for it would see the same.
  protected void nextDay() {
    clock.toDay((int) (clock.millis() / 86_400_000L) + 1);
    letTimePass();
    clock.plusMillis(20 * 60_000);
    letTimePass();
    clock.plusMillis(20 * 60_000);
    letTimePass();
    clock.plusMillis(20 * 60_000);
    letTimePass();
  }

  @AfterEach
  void close() {
    log().close();
  }

  protected static <T> T value(CompletableFuture<Outcome<T>> future) {
    return switch (future.join()) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
    };
  }

  protected static <T> Problem problem(CompletableFuture<Outcome<T>> future) {
    return switch (future.join()) {
      case Outcome.Done<T>(T value) -> throw new AssertionError("done: " + value);
      case Outcome.Refused<T>(Problem problem) -> problem;
    };
  }

  protected CompletableFuture<Outcome<Appended>> append(Seat seat, long handle, GateId... closes) {
    Parts parts = Sample.event(handle);
    return log().append(new Requests.Append(seat, Sample.handle(handle), parts, List.of(closes)));
  }

  /// Deposits until far away.
  protected CompletableFuture<Outcome<Integer>> deposit(Seat seat, long gate, long revision) {
    return deposit(seat, gate, revision, TODAY + 100);
  }

  protected CompletableFuture<Outcome<Integer>> deposit(
      Seat seat, long gate, long revision, int expires) {
    Parts parts = Sample.words(gate * 100 + revision);
    return log().deposit(new Requests.Deposit(seat, Sample.gate(gate), revision, expires, parts));
  }

  protected CompletableFuture<Outcome<Integer>> remove(Seat seat, long gate, long revision) {
    return log()
        .deposit(
            new Requests.Deposit(seat, Sample.gate(gate), revision, TODAY + 100, (Parts) null));
  }

  protected List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    Page page;
    do {
      long after = all.isEmpty() ? 0 : all.getLast().seq();
      page = value(log().read(new Requests.Read(ONE, after)));
      all.addAll(page.entries());
    } while (page.more());
    return all;
  }

  protected void assertNoGaps(List<Entry> entries) {
    assertThat(entries.stream().map(Entry::seq))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
  }

  protected static void all(Stream<? extends CompletableFuture<?>> futures) {
    CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new)).join();
  }
}
