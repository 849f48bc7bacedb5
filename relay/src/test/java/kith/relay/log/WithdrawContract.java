package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import kith.wire.Box;
import kith.wire.KeyChange;
import kith.wire.Parts;
import kith.wire.Problem;
import kith.wire.Words;
import org.junit.jupiter.api.Test;

/// Taking words back and wrapping keys anew, whatever the store.
public abstract class WithdrawContract extends InvitationsContract {
  private static final Box TOMBSTONE = Sample.box(1024, 77);
  private static final Box OTHER = Sample.box(1024, 78);

  protected CompletableFuture<Outcome<Integer>> withdraw(Seat seat, long seq, Box box, int on) {
    return log().withdraw(new Requests.Withdraw(seat, seq, box, on));
  }

  private void words(Seat seat, long handle) {
    Parts parts = Sample.words(handle);
    value(log().append(new Requests.Append(seat, Sample.handle(handle), parts, List.of())));
  }

  protected List<ChangePage.Change> changes(Seat seat, long after) {
    List<ChangePage.Change> all = new ArrayList<>();
    ChangePage page;
    do {
      long from = all.isEmpty() ? after : all.getLast().number();
      page = value(log().changes(new Requests.Changes(seat, from)));
      all.addAll(page.changes());
    } while (page.more());
    return all;
  }

  private static Parts taken(long number, Box tombstone) {
    return new Parts(Sample.words(number).event(), null, tombstone);
  }

  @Test
  void taking_back_erases_my_words_and_leaves_the_event_and_the_tombstone() {
    words(ONE, 1);
    value(deposit(ONE, 2, 1));
    value(deposit(TWO, 2, 2));
    value(withdraw(ONE, 1, TOMBSTONE, TODAY));
    value(withdraw(TWO, 2, TOMBSTONE, TODAY));
    reopen();
    Entry first = new Entry.Written(1, TODAY, 0, Sample.handle(1), taken(1, TOMBSTONE));
    Entry second =
        new Entry.Opened(2, TODAY, Sample.gate(2), Sample.words(201), taken(202, TOMBSTONE));
    assertThat(entries()).containsExactly(first, second);
    value(withdraw(ONE, 2, OTHER, TODAY));
    assertThat(entries().getLast())
        .isEqualTo(
            new Entry.Opened(2, TODAY, Sample.gate(2), taken(201, OTHER), taken(202, TOMBSTONE)));
  }

  @Test
  void the_first_tombstone_stays() {
    words(ONE, 1);
    value(withdraw(ONE, 1, TOMBSTONE, TODAY));
    assertThat(value(withdraw(ONE, 1, TOMBSTONE, TODAY))).isEqualTo(TODAY);
    assertThat(value(withdraw(ONE, 1, OTHER, TODAY))).isEqualTo(TODAY);
    assertThat(entries())
        .containsExactly(new Entry.Written(1, TODAY, 0, Sample.handle(1), taken(1, TOMBSTONE)));
    assertThat(changes(TWO, 0)).hasSize(1);
  }

  @Test
  void only_the_author_takes_back_and_only_what_is_there() {
    words(ONE, 1);
    assertThat(problem(withdraw(TWO, 1, TOMBSTONE, TODAY))).isEqualTo(Problem.ENTRY_UNKNOWN);
    assertThat(problem(withdraw(ONE, 2, TOMBSTONE, TODAY))).isEqualTo(Problem.ENTRY_UNKNOWN);
    assertThat(problem(withdraw(STRANGER, 1, TOMBSTONE, TODAY))).isEqualTo(Problem.NOT_PERMITTED);
    assertThat(entries())
        .containsExactly(new Entry.Written(1, TODAY, 0, Sample.handle(1), Sample.words(1)));
  }

  @Test
  void what_is_put_off_shows_nothing_before_its_day() {
    words(ONE, 1);
    List<Entry> before = entries();
    // Tells nobody, and comes after what the entry told.
    value(remove(ONE, 99, 1));
    heard.clear();
    value(withdraw(ONE, 1, TOMBSTONE, TODAY + 20));
    value(withdraw(ONE, 1, OTHER, TODAY + 30));
    clock.toDay(TODAY + 19);
    letTimePass();
    assertThat(entries()).isEqualTo(before);
    assertThat(changes(TWO, 0)).isEmpty();
    assertThat(heard).isEmpty();
    clock.toDay(TODAY + 20);
    letTimePass();
    letTimePass();
    assertThat(entries().getFirst())
        .isEqualTo(new Entry.Written(1, TODAY, 0, Sample.handle(1), taken(1, TOMBSTONE)));
    assertThat(changes(TWO, 0)).hasSize(1);
    reopen();
    assertThat(heard).containsExactly(ONE.bond().text() + " 1");
  }

  @Test
  void what_was_put_off_can_still_be_done_at_once() {
    words(ONE, 1);
    value(withdraw(ONE, 1, TOMBSTONE, TODAY + 20));
    value(withdraw(ONE, 1, OTHER, TODAY));
    clock.toDay(TODAY + 20);
    letTimePass();
    assertThat(entries().getFirst())
        .isEqualTo(new Entry.Written(1, TODAY, 0, Sample.handle(1), taken(1, OTHER)));
  }

  private static KeyChange key(long seq, Box was, long next) {
    return new KeyChange(seq, was, Sample.box(65, next));
  }

  private List<Long> rewrap(Seat seat, KeyChange... keys) {
    return value(log().rewrap(new Requests.Rewrap(seat, List.of(keys)))).missed();
  }

  @Test
  void a_key_is_replaced_only_if_it_is_still_the_one_named() {
    words(ONE, 1);
    words(TWO, 2);
    Box first = Sample.box(65, 1);
    assertThat(rewrap(ONE, key(1, first, 500))).isEmpty();
    assertThat(rewrap(ONE, key(1, first, 500))).as("the same again").isEmpty();
    assertThat(rewrap(ONE, key(1, first, 501))).as("no longer that one").containsExactly(1L);
    assertThat(rewrap(ONE, key(2, Sample.box(65, 2), 501))).as("not mine").containsExactly(2L);
    assertThat(rewrap(ONE, key(9, first, 501))).as("not there").containsExactly(9L);
    Words now = new Words(Sample.box(4096, 1), Sample.box(65, 500));
    Parts parts = new Parts(Sample.words(1).event(), now);
    assertThat(entries().getFirst())
        .isEqualTo(new Entry.Written(1, TODAY, 0, Sample.handle(1), parts));
    value(withdraw(ONE, 1, TOMBSTONE, TODAY));
    assertThat(rewrap(ONE, key(1, Sample.box(65, 500), 502))).as("gone").containsExactly(1L);
  }

  @Test
  void whoever_reads_changes_on_misses_none() {
    all(LongStream.rangeClosed(1, 150).mapToObj(i -> written(i)));
    long seen = 0;
    for (long seq = 1; seq <= 150; seq += 3) {
      value(withdraw(ONE, seq, TOMBSTONE, TODAY));
      List<ChangePage.Change> news = changes(TWO, seen);
      assertThat(news).extracting(change -> change.entry().seq()).containsExactly(seq);
      seen = news.getLast().number();
    }
    List<ChangePage.Change> all = changes(TWO, 0);
    assertThat(all).hasSize(50);
    assertThat(all).extracting(ChangePage.Change::number).isSorted().doesNotHaveDuplicates();
    Page page = value(log().read(new Requests.Read(TWO, 150)));
    assertThat(page.standing().change()).isEqualTo(seen);
    rewrap(ONE, key(2, Sample.box(65, 2), 900));
    rewrap(ONE, key(2, Sample.box(65, 900), 901));
    assertThat(changes(TWO, seen)).as("the last change only").hasSize(1);
  }

  private CompletableFuture<Outcome<Appended>> written(long number) {
    return log()
        .append(new Requests.Append(ONE, Sample.handle(number), Sample.words(number), List.of()));
  }
}
