package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import kith.wire.Limits;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Words;
import org.junit.jupiter.api.Test;

/// Bonds and their ordered entries, whatever the store.
public abstract class EntriesContract extends RelayLogContract {
  @Test
  void a_bond_made_again_with_the_same_capability_is_the_same_bond() {
    clock.toDay(TODAY + 5);
    assertThat(value(log().create(new Requests.CreateBond(ONE.bond(), ONE.hash(), 0))))
        .isEqualTo(TODAY);
    assertThat(problem(log().create(new Requests.CreateBond(ONE.bond(), TWO.hash(), 0))))
        .isEqualTo(Problem.BOND_EXISTS);
  }

  @Test
  void an_unknown_bond_and_a_wrong_capability_are_refused_alike() {
    Seat nowhere = Sample.seat(404, 10);
    for (Seat seat : List.of(nowhere, STRANGER)) {
      assertThat(problem(append(seat, 1))).isEqualTo(Problem.NOT_PERMITTED);
      assertThat(problem(deposit(seat, 1, 1))).isEqualTo(Problem.NOT_PERMITTED);
      assertThat(problem(log().read(new Requests.Read(seat, 0)))).isEqualTo(Problem.NOT_PERMITTED);
      assertThat(problem(log().positions(List.of(ONE, seat)))).isEqualTo(Problem.NOT_PERMITTED);
    }
    assertThat(entries()).isEmpty();
  }

  @Test
  void a_hash_of_zeros_opens_no_empty_seat() {
    value(log().create(new Requests.CreateBond(Sample.bond(2), Sample.hash(30), 0)));
    var zeros = kith.wire.SeatHash.stored(new byte[32]).orElseThrow();
    assertThat(problem(log().read(new Requests.Read(new Seat(Sample.bond(2), zeros), 0))))
        .isEqualTo(Problem.NOT_PERMITTED);
  }

  @Test
  void the_same_handle_again_is_the_same_entry_even_with_other_content_and_after_a_restart() {
    Appended first = value(append(ONE, 7));
    clock.toDay(TODAY + 9);
    Requests.Append other =
        new Requests.Append(ONE, Sample.handle(7), Sample.words(8), List.of(Sample.gate(1)));
    assertThat(value(log().append(other))).isEqualTo(first).isEqualTo(new Appended(1, TODAY));
    reopen();
    assertThat(value(log().append(other))).isEqualTo(first);
    assertThat(entries())
        .containsExactly(new Entry.Written(1, TODAY, 0, Sample.handle(7), Sample.event(7)));
  }

  @Test
  void the_same_handle_fifty_times_at_once_makes_one_entry() {
    List<CompletableFuture<Outcome<Appended>>> answers =
        LongStream.range(0, 50).mapToObj(i -> append(i % 2 == 0 ? ONE : TWO, 7)).toList();
    assertThat(answers).extracting(RelayLogContract::value).containsOnly(new Appended(1, TODAY));
    assertThat(entries()).hasSize(1);
  }

  @Test
  void entries_of_both_stand_in_one_order_without_gaps_and_no_reader_misses_one() {
    AtomicBoolean done = new AtomicBoolean();
    List<CompletableFuture<List<Entry>>> readers = new ArrayList<>();
    for (Seat seat : List.of(ONE, TWO, ONE)) {
      readers.add(CompletableFuture.supplyAsync(() -> follow(seat, done)));
    }
    all(LongStream.range(0, 400).mapToObj(i -> append(i % 2 == 0 ? ONE : TWO, i)));
    done.set(true);
    List<Entry> entries = entries();
    assertThat(entries).hasSize(400);
    assertNoGaps(entries);
    assertThat(readers).extracting(CompletableFuture::join).containsOnly(entries);
  }

  private List<Entry> follow(Seat seat, AtomicBoolean done) {
    List<Entry> seen = new ArrayList<>();
    boolean last;
    Page page;
    do {
      last = done.get();
      long after = seen.isEmpty() ? 0 : seen.getLast().seq();
      page = value(log().read(new Requests.Read(seat, after)));
      seen.addAll(page.entries());
    } while (!last || page.more());
    return seen;
  }

  @Test
  void what_was_written_comes_back_byte_for_byte_after_a_restart() {
    Requests.Append request =
        new Requests.Append(TWO, Sample.handle(3), Sample.words(3), List.of());
    value(log().append(request));
    reopen();
    assertThat(entries())
        .containsExactly(new Entry.Written(1, TODAY, 1, Sample.handle(3), Sample.words(3)));
  }

  @Test
  void a_page_holds_at_most_its_number_of_entries() {
    all(LongStream.range(0, Limits.PAGE_ENTRIES + 1).mapToObj(i -> append(ONE, i)));
    Page first = value(log().read(new Requests.Read(TWO, 0)));
    assertThat(first.entries()).hasSize(Limits.PAGE_ENTRIES);
    assertThat(first.more()).isTrue();
    Page second = value(log().read(new Requests.Read(TWO, Limits.PAGE_ENTRIES)));
    assertThat(second.entries()).hasSize(1);
    assertThat(second.more()).isFalse();
  }

  @Test
  void a_page_stops_at_the_entry_that_fills_it() {
    Words large = new Words(Sample.box(65_536, 1), Sample.box(65, 1));
    Parts parts = new Parts(Sample.box(4096, 1), large);
    all(
        LongStream.range(0, 20)
            .mapToObj(
                i -> log().append(new Requests.Append(ONE, Sample.handle(i), parts, List.of()))));
    Page first = value(log().read(new Requests.Read(TWO, 0)));
    assertThat(first.entries()).hasSize(Limits.PAGE_BYTES / parts.length() + 1);
    assertThat(first.more()).isTrue();
    assertThat(entries()).hasSize(20);
  }

  @Test
  void a_day_has_room_for_so_many_entries_of_a_seat_and_the_other_seat_has_its_own() {
    all(LongStream.range(0, Limits.ENTRIES_PER_DAY).mapToObj(i -> append(ONE, i)));
    assertThat(problem(append(ONE, 1_000))).isEqualTo(Problem.TOO_MANY);
    assertThat(value(append(ONE, 3)).day()).as("an old handle is no new entry").isEqualTo(TODAY);
    reopen();
    assertThat(problem(append(ONE, 1_000))).isEqualTo(Problem.TOO_MANY);
    assertThat(value(append(TWO, 2_000)).seq()).isEqualTo(Limits.ENTRIES_PER_DAY + 1);
    clock.toDay(TODAY + 1);
    assertThat(value(append(ONE, 1_000)).seq()).isEqualTo(Limits.ENTRIES_PER_DAY + 2);
  }

  @Test
  void an_hour_has_room_for_so_many_new_bonds() {
    all(LongStream.range(1, Limits.BONDS_PER_HOUR).mapToObj(i -> log().create(newBond(1_000 + i))));
    assertThat(problem(log().create(newBond(9_999)))).isEqualTo(Problem.TOO_MANY);
    assertThat(value(log().create(newBond(1_001)))).as("made before").isEqualTo(TODAY);
    clock.plusMillis(3_600_000);
    assertThat(value(log().create(newBond(9_999)))).isEqualTo(TODAY);
  }

  private static Requests.CreateBond newBond(long number) {
    return new Requests.CreateBond(Sample.bond(number), Sample.hash(5), 0);
  }

  @Test
  void the_watcher_hears_of_each_entry_after_it_is_there() {
    append(ONE, 1).join();
    append(TWO, 2).join();
    append(TWO, 2).join();
    append(ONE, 3).join();
    log().close();
    String bond = ONE.bond().text();
    assertThat(heard).containsExactly(bond + " 1", bond + " 2", bond + " 3");
  }

  @Test
  void one_request_that_breaks_a_rule_of_the_store_does_not_hurt_the_others() {
    List<CompletableFuture<Outcome<Appended>>> good = new ArrayList<>();
    List<CompletableFuture<Outcome<Integer>>> bad = new ArrayList<>();
    for (long i = 0; i < 20; i++) {
      good.add(append(ONE, i));
      bad.add(deposit(ONE, i, -1));
    }
    assertThat(good).extracting(future -> value(future).day()).containsOnly(TODAY);
    assertThat(bad).allSatisfy(future -> assertThat(future).failsWithin(WAIT));
    assertThat(entries()).hasSize(20);
  }

  private static final java.time.Duration WAIT = java.time.Duration.ofSeconds(5);
}
