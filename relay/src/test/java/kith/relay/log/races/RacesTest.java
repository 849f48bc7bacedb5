package kith.relay.log.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import kith.relay.log.Ballots;
import kith.relay.log.Counters;
import kith.relay.log.Entry;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Sample;
import kith.relay.log.Seat;
import kith.wire.Box;
import kith.wire.Parts;
import kith.wire.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An opening against what would prevent it, at the same moment: both can open it or neither can.
///
/// Each race has a bond of its own. A round is 60 of them: one thread sends what opens, another
/// what prevents, from the same barrier on. 10,000 races of each kind with `-Dkith.long=true`.
final class RacesTest {
  private static final boolean LONG = Boolean.getBoolean("kith.long");
  private static final int RACES = LONG ? 10_000 : 120;

  /// Votes are 54 KiB an upload, so that there are fewer of them in the short form.
  private static final int TICK_RACES = Integer.getInteger("kith.ticks", LONG ? 10_000 : 60);

  private static final int ROUND = 60;
  private static final long HEAD_START_NANOS = 3_000_000;
  private static final long BETWEEN_NANOS = 60_000;
  private static final Box SMALL = Sample.box(1024, 7);
  private static final int GATE = 3;

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock();
  private Stores.@Nullable Opened opened;
  private long bonds;
  private int openings;

  @AfterEach
  void close() {
    store().close();
  }

  private Stores.Opened store() {
    return Objects.requireNonNull(opened);
  }

  private RelayLog log() {
    return store().first();
  }

  private static <T> T value(CompletableFuture<Outcome<T>> future) {
    return switch (future.join()) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) -> throw new AssertionError(problem);
    };
  }

  /// The two seats of a bond and what came of a race in it.
  private record Race(Seat one, Seat two) {}

  private List<Race> round() {
    clock.plusMillis(60_000);
    List<CompletableFuture<?>> made = new ArrayList<>();
    List<Race> races = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) {
      long bond = ++bonds;
      Race race = new Race(Sample.seat(bond, 10), Sample.seat(bond, 20));
      races.add(race);
      made.add(log().create(new Requests.CreateBond(race.one().bond(), race.one().hash(), 0)));
    }
    made.forEach(CompletableFuture::join);
    long first = bonds - ROUND + 1;
    each(
        i ->
            log()
                .offer(
                    new Requests.Offer(
                        races.get(i).one(), Sample.invitation(first + i), SMALL, day() + 1)));
    each(
        i ->
            log()
                .accept(
                    new Requests.Accept(
                        Sample.invitation(first + i), SMALL, races.get(i).two().hash())));
    return races;
  }

  private int day() {
    return (int) (clock.millis() / 86_400_000L);
  }

  private static <T> List<T> each(IntFunction<CompletableFuture<Outcome<T>>> ask) {
    List<CompletableFuture<Outcome<T>>> all = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) {
      all.add(ask.apply(i));
    }
    return all.stream().map(RacesTest::value).toList();
  }

  /// Both at once, from two threads (and, where there are two nodes, from both).
  private <T> List<Outcome<T>> against(
      IntFunction<CompletableFuture<? extends Outcome<?>>> opening,
      IntFunction<CompletableFuture<Outcome<T>>> rival) {
    CyclicBarrier start = new CyclicBarrier(2);
    var opened = CompletableFuture.supplyAsync(() -> send(start, opening));
    var prevented = CompletableFuture.supplyAsync(() -> send(start, rival));
    opened.join().forEach(CompletableFuture::join);
    return prevented.join().stream().<Outcome<T>>map(CompletableFuture::join).toList();
  }

  private static <F> List<F> send(CyclicBarrier start, IntFunction<F> ask) {
    try {
      start.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException stopped) {
      throw new IllegalStateException(stopped);
    }
    List<F> all = new ArrayList<>();
    spin(HEAD_START_NANOS);
    for (int i = 0; i < ROUND; i++) {
      all.add(ask.apply(i));
      spin(BETWEEN_NANOS);
    }
    return all;
  }

  /// Some moment up to so long, so that now the one is first and now the other.
  private static void spin(long most) {
    long end = System.nanoTime() + ThreadLocalRandom.current().nextLong(most);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private CompletableFuture<Outcome<Integer>> deposit(Seat seat, long revision, RelayLog at) {
    Parts parts = Sample.words(revision);
    return at.deposit(new Requests.Deposit(seat, Sample.gate(GATE), revision, day() + 9, parts));
  }

  private CompletableFuture<Outcome<Integer>> remove(Seat seat, long revision) {
    return store()
        .second()
        .deposit(new Requests.Deposit(seat, Sample.gate(GATE), revision, day() + 9, null));
  }

  /// What both read: the same, or it is no relay.
  private List<Entry> entries(Race race) {
    List<Entry> one = value(log().read(new Requests.Read(race.one(), 0))).entries();
    List<Entry> two = value(store().second().read(new Requests.Read(race.two(), 0))).entries();
    assertThat(two).isEqualTo(one);
    assertThat(one.stream().map(Entry::seq))
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, one.size()).boxed().toList());
    return one;
  }

  private static boolean isOpening(Entry entry) {
    return entry instanceof Entry.Opened;
  }

  private void say(String what, int races) {
    System.out.printf(
        "races: %s, %s: %d, of which %d opened%n", what, store().name(), races, openings);
  }

  private void begin(Stores kind) {
    opened = kind.open(folder, clock);
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void an_opening_against_taking_back(Stores kind) {
    begin(kind);
    for (int done = 0; done < RACES; done += ROUND) {
      List<Race> races = round();
      each(i -> deposit(races.get(i).one(), 1, log()));
      against(i -> deposit(races.get(i).two(), 1, log()), i -> remove(races.get(i).one(), 2));
      List<List<Entry>> before = races.stream().map(this::entries).toList();
      again(races);
      for (int i = 0; i < ROUND; i++) {
        List<Entry> entries = before.get(i);
        openings += entries.size();
        assertThat(entries(races.get(i))).hasSize(1).allMatch(RacesTest::isOpening);
        if (!entries.isEmpty()) {
          assertThat(entries(races.get(i))).as("stays as it opened").isEqualTo(entries);
        }
      }
    }
    say("opening against taking back", RACES);
  }

  /// Both deposit once more: what did not open does, what can open no more does not.
  private void again(List<Race> races) {
    each(i -> deposit(races.get(i).one(), 9, log()));
    each(i -> deposit(races.get(i).two(), 9, log()));
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void an_opening_against_withdrawing_what_it_opens(Stores kind) {
    begin(kind);
    for (int done = 0; done < RACES; done += ROUND) {
      List<Race> races = round();
      each(i -> deposit(races.get(i).one(), 1, log()));
      List<Outcome<Integer>> taken =
          against(
              i -> deposit(races.get(i).two(), 1, log()),
              i ->
                  store()
                      .second()
                      .withdraw(new Requests.Withdraw(races.get(i).one(), 1, SMALL, day())));
      for (int i = 0; i < ROUND; i++) {
        boolean back = taken.get(i) instanceof Outcome.Done<Integer>;
        openings += back ? 1 : 0;
        if (!back) {
          assertThat(taken.get(i)).isEqualTo(new Outcome.Refused<>(Problem.ENTRY_UNKNOWN));
        }
        assertThat(entries(races.get(i)))
            .singleElement()
            .isInstanceOfSatisfying(
                Entry.Opened.class,
                entry -> {
                  assertThat(entry.seat0().words() == null).isEqualTo(back);
                  assertThat(entry.seat0().tombstone() != null).isEqualTo(back);
                  assertThat(entry.seat1()).isEqualTo(Sample.words(1));
                });
      }
    }
    say("opening against withdrawing (in time to find it)", RACES);
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void an_opening_against_an_end(Stores kind) {
    begin(kind);
    for (int done = 0; done < RACES; done += ROUND) {
      List<Race> races = round();
      each(i -> deposit(races.get(i).one(), 1, log()));
      against(i -> deposit(races.get(i).two(), 1, log()), i -> end(races.get(i).one()));
      for (Race race : races) {
        List<Entry> entries = entries(race);
        assertThat(isOpening(entries.getLast())).as("the end is the last").isFalse();
        assertThat(entries).hasSizeBetween(1, 2);
        openings += entries.size() - 1;
      }
    }
    say("opening against an end", RACES);
    assertThat(deposit(Sample.seat(1, 20), 9, log()).join())
        .isEqualTo(new Outcome.Refused<>(Problem.BOND_ENDED));
  }

  private CompletableFuture<Outcome<kith.relay.log.Ending>> end(Seat seat) {
    return store().second().end(new Requests.End(seat, Sample.handle(99), SMALL, day()));
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void an_opening_against_an_entry_that_closes_its_gate(Stores kind) {
    begin(kind);
    for (int done = 0; done < RACES; done += ROUND) {
      List<Race> races = round();
      each(i -> deposit(races.get(i).one(), 1, log()));
      against(i -> deposit(races.get(i).two(), 1, log()), i -> rest(races.get(i).one()));
      List<List<Entry>> before = races.stream().map(this::entries).toList();
      again(races);
      for (int i = 0; i < ROUND; i++) {
        List<Entry> entries = before.get(i);
        int opened = (int) entries.stream().filter(RacesTest::isOpening).count();
        openings += opened;
        assertThat(entries).hasSize(1 + opened);
        assertThat(opened == 0 || isOpening(entries.getFirst())).as("never after it").isTrue();
        assertThat(entries(races.get(i))).as("and never again").isEqualTo(entries);
      }
    }
    say("opening against an entry that closes its gate", RACES);
  }

  private CompletableFuture<Outcome<kith.relay.log.Appended>> rest(Seat seat) {
    var gates = List.of(Sample.gate(GATE), Sample.gate(Ballots.GATES + GATE));
    return store()
        .second()
        .append(new Requests.Append(seat, Sample.handle(98), Sample.event(98), gates));
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void a_tick_against_an_end(Stores kind) {
    begin(kind);
    ticks(this::end, true);
    say("tick against an end", TICK_RACES);
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void a_tick_against_an_entry_that_closes_its_gate(Stores kind) {
    begin(kind);
    ticks(this::rest, true);
    say("tick against an entry that closes its gate", TICK_RACES);
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void a_tick_against_taking_a_yes_back(Stores kind) {
    begin(kind);
    ticks(this::takeBack, false);
    say("tick against taking a yes back", TICK_RACES);
  }

  /// An upload that says nothing, for the epoch at hand; refused when its tick has come.
  private CompletableFuture<Outcome<Counters>> takeBack(Seat seat) {
    Counters before = new Counters(day() - 1, List.of(2, 2, 2), day());
    return store().second().vote(Ballots.upload(seat, before, Set.of()));
  }

  private <T> void ticks(Function<Seat, CompletableFuture<Outcome<T>>> rival, boolean adds) {
    for (int done = 0; done < TICK_RACES; done += ROUND) {
      List<Race> races = round();
      int tick = day();
      Counters now = new Counters(tick, List.of(1, 1, 1), tick);
      each(i -> log().vote(Ballots.upload(races.get(i).one(), now, Set.of(GATE))));
      each(i -> log().vote(Ballots.upload(races.get(i).two(), now, Set.of(GATE))));
      untilJustBefore(tick + 1);
      List<Outcome<T>> came = against(_ -> log().passTime(), i -> rival.apply(races.get(i).one()));
      passAll();
      for (int i = 0; i < ROUND; i++) {
        List<Entry> entries = entries(races.get(i));
        int opened = (int) entries.stream().filter(RacesTest::isOpening).count();
        openings += opened;
        boolean rivalDone = came.get(i) instanceof Outcome.Done<T>;
        assertThat(entries).hasSize(opened + (adds ? 1 : 0));
        if (adds) {
          assertThat(rivalDone).isTrue();
          assertThat(opened == 0 || isOpening(entries.getFirst())).isTrue();
        } else {
          assertThat(opened).as("taken back in time, or opened").isEqualTo(rivalDone ? 0 : 1);
        }
        end(races.get(i).two()).join();
      }
    }
  }

  /// The clock goes on steadily to the first minute of a day, and is not looked at then.
  private void untilJustBefore(int day) {
    while (clock.millis() + 20 * 60_000L < day * 86_400_000L) {
      clock.plusMillis(20 * 60_000L);
      value(log().passTime());
    }
    clock.toDay(day);
  }

  private void passAll() {
    boolean more = true;
    while (more) {
      more = value(log().passTime());
    }
  }
}
