package kith.relay.log.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import kith.relay.log.Entry;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Sample;
import kith.relay.log.Seat;
import kith.relay.log.races.Order.Call;
import kith.relay.log.races.Sequential.Act;
import kith.wire.Box;
import kith.wire.GateId;
import kith.wire.Parts;
import kith.wire.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two members with three devices each act at once; what they were answered must be explained by
/// one order of their acts (D10). 50,000 acts and more with `-Dkith.long=true`.
final class HistoriesTest {
  private static final boolean LONG = Boolean.getBoolean("kith.long");
  private static final int HISTORIES = LONG ? 1_400 : 25;
  private static final int DEVICES = 6;
  private static final int ACTS = 6;
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final List<Integer> GATES = List.of(1, 2);

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock();
  private final AtomicLong count = new AtomicLong();

  @ParameterizedTest
  @EnumSource(Stores.class)
  void every_history_has_an_order_that_explains_it(Stores kind) {
    long seed = Long.getLong("kith.seed", System.nanoTime());
    int openings = 0;
    try (Stores.Opened store = kind.open(folder, clock)) {
      for (int history = 0; history < HISTORIES; history++) {
        List<Call> calls = history(store, history + 1, seed + history);
        openings += calls.stream().anyMatch(call -> call.answer().contains("o")) ? 1 : 0;
        assertThat(Order.explains(calls))
            .as("-Dkith.seed=%d on %s: %s", seed + history, store.name(), calls)
            .isTrue();
      }
      System.out.printf(
          "histories: %s, seed %d: %d histories of %d acts%n",
          store.name(), seed, HISTORIES, DEVICES * ACTS);
    }
    assertThat(openings).as("histories in which something opened").isPositive();
  }

  private List<Call> history(Stores.Opened store, long bond, long seed) {
    clock.plusMillis(60_000);
    make(store.first(), bond);
    CyclicBarrier start = new CyclicBarrier(DEVICES);
    List<CompletableFuture<List<Call>>> devices = new ArrayList<>();
    for (int device = 0; device < DEVICES; device++) {
      int number = device;
      RandomGenerator dice =
          RandomGeneratorFactory.of("L64X128MixRandom").create(seed * DEVICES + device);
      RelayLog at = device % 2 == 0 ? store.first() : store.second();
      devices.add(CompletableFuture.supplyAsync(() -> device(start, at, bond, number, dice)));
    }
    return devices.stream().flatMap(each -> each.join().stream()).toList();
  }

  private static void make(RelayLog log, long bond) {
    Seat one = Sample.seat(bond, 10);
    log.create(new Requests.CreateBond(one.bond(), one.hash(), 0)).join();
    log.offer(new Requests.Offer(one, Sample.invitation(bond), Sample.box(9, 1), DAY + 9)).join();
    log.accept(new Requests.Accept(Sample.invitation(bond), Sample.box(9, 2), Sample.hash(20)))
        .join();
  }

  private List<Call> device(
      CyclicBarrier start, RelayLog log, long bond, int device, RandomGenerator dice) {
    try {
      start.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException stopped) {
      throw new IllegalStateException(stopped);
    }
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < ACTS; i++) {
      Act act = act(device % 2, dice);
      long began = count.incrementAndGet();
      String answer = answer(log, Sample.seat(bond, act.seat() == 0 ? 10 : 20), act);
      calls.add(new Call(act, began, count.incrementAndGet(), answer));
    }
    return calls;
  }

  private static Act act(int seat, RandomGenerator dice) {
    int gate = 1 + dice.nextInt(GATES.size());
    return switch (dice.nextInt(20)) {
      case 0, 1, 2 -> new Act.Append(seat, 100 + dice.nextInt(6), 0);
      case 3 -> new Act.Append(seat, 100 + dice.nextInt(6), gate);
      case 4, 5, 6, 7, 8, 9 -> new Act.Deposit(seat, gate, 1 + dice.nextInt(5), false);
      case 10, 11 -> new Act.Deposit(seat, gate, 1 + dice.nextInt(5), true);
      case 12, 13, 14 -> new Act.Withdraw(seat, 1 + dice.nextInt(3));
      case 15 -> dice.nextInt(4) == 0 ? new Act.End(seat, 200) : new Act.Read(seat);
      default -> new Act.Read(seat);
    };
  }

  private static String answer(RelayLog log, Seat seat, Act act) {
    return switch (act) {
      case Act.Append append -> said(log.append(request(seat, append)), one -> "at " + one.seq());
      case Act.Deposit deposit -> said(log.deposit(request(seat, deposit)), _ -> Sequential.DONE);
      case Act.Withdraw(int _, int seq) ->
          said(
              log.withdraw(new Requests.Withdraw(seat, seq, Sample.box(1024, 5), DAY)),
              _ -> Sequential.DONE);
      case Act.End(int _, long handle) ->
          said(
              log.end(new Requests.End(seat, Sample.handle(handle), Sample.box(1024, handle), DAY)),
              _ -> Sequential.DONE);
      case Act.Read(int _) ->
          said(
              log.read(new Requests.Read(seat, 0)),
              page -> page.entries().stream().map(HistoriesTest::text).toList().toString());
    };
  }

  private static Requests.Append request(Seat seat, Act.Append act) {
    List<GateId> closes = act.closes() > 0 ? List.of(Sample.gate(act.closes())) : List.of();
    return new Requests.Append(
        seat, Sample.handle(act.handle()), Sample.words(act.handle()), closes);
  }

  private static Requests.Deposit request(Seat seat, Act.Deposit act) {
    Parts parts = act.removes() ? null : Sample.words(act.number());
    return new Requests.Deposit(seat, Sample.gate(act.gate()), act.revision(), DAY + 100, parts);
  }

  private static <T> String said(
      CompletableFuture<Outcome<T>> future, java.util.function.Function<T, String> done) {
    return switch (future.join()) {
      case Outcome.Done<T>(T value) -> done.apply(value);
      case Outcome.Refused<T>(Problem problem) ->
          problem == Problem.BOND_ENDED
              ? Sequential.OVER
              : problem == Problem.ENTRY_UNKNOWN ? Sequential.UNKNOWN : problem.wireName();
    };
  }

  private static String text(Entry entry) {
    return switch (entry) {
      case Entry.Written written -> "w" + written.by() + ":" + text(written.parts());
      case Entry.Opened opened ->
          "o%d:%s,%s".formatted(gate(opened.gate()), text(opened.seat0()), text(opened.seat1()));
    };
  }

  private static int gate(GateId id) {
    return GATES.stream().filter(gate -> Sample.gate(gate).equals(id)).findFirst().orElseThrow();
  }

  private static String text(Parts parts) {
    Box event = parts.event();
    return ByteBuffer.wrap(event.bytes()).getLong() + (parts.tombstone() == null ? "" : "t");
  }

  private static Call call(Act act, long began, long answered, String answer) {
    return new Call(act, began, answered, answer);
  }

  @Test
  void a_history_that_no_order_explains_is_found() {
    Act mine = new Act.Deposit(0, 1, 1, false);
    Act theirs = new Act.Deposit(1, 1, 2, false);
    Act write = new Act.Append(0, 7, 0);
    String opened = "[o1:1011,2012]";
    assertThat(
            Order.explains(
                List.of(
                    call(mine, 1, 2, "done"),
                    call(theirs, 3, 6, "done"),
                    call(new Act.Read(0), 4, 5, opened),
                    call(new Act.Read(1), 7, 8, opened))))
        .as("all is well")
        .isTrue();
    List<List<Call>> wrong =
        List.of(
            List.of(call(mine, 1, 2, "done"), call(new Act.Read(0), 3, 4, opened)),
            List.of(
                call(mine, 1, 2, "done"),
                call(theirs, 3, 4, "done"),
                call(new Act.Read(0), 5, 6, opened),
                call(new Act.Read(1), 7, 8, "[]")),
            List.of(
                call(new Act.Deposit(0, 1, 3, true), 1, 2, "done"),
                call(mine, 3, 4, "done"),
                call(theirs, 5, 6, "done"),
                call(new Act.Read(1), 7, 8, opened)),
            List.of(call(write, 1, 2, "at 1"), call(new Act.Append(1, 8, 0), 3, 4, "at 1")),
            List.of(call(write, 1, 2, "at 1"), call(write, 3, 4, "at 2")),
            List.of(
                call(new Act.End(0, 9), 1, 2, "done"), call(new Act.Append(1, 8, 0), 3, 4, "at 2")),
            List.of(
                call(write, 1, 2, "at 1"),
                call(new Act.Withdraw(0, 1), 3, 4, "done"),
                call(new Act.Read(1), 5, 6, "[w0:7]")));
    assertThat(wrong).allMatch(history -> !Order.explains(history));
  }
}
