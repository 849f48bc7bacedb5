package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kith.relay.log.VaultLog.DuePush;
import kith.relay.log.VaultLog.VaultRecord;
import kith.wire.Box;
import kith.wire.Limits;
import kith.wire.Problem;
import kith.wire.PushId;
import kith.wire.RecordId;
import kith.wire.Unlocker;
import kith.wire.UnlockerId;
import kith.wire.VaultId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Vaults, their sessions, records, unlockers and pushes, whatever the store.
public abstract class VaultsContract extends VotesContract {
  private static final VaultId VAULT = new VaultId(Sample.id(600));
  private static final VaultId OTHER = new VaultId(Sample.id(700));
  private static final RecordId RECORD = new RecordId(Sample.id(601));
  private static final Unlocker DEVICE = unlocker(1, Unlocker.Kind.DEVICE);
  private static final Unlocker WORDS = unlocker(2, Unlocker.Kind.WORDS);
  private static final int HOUR_MILLIS = 3_600_000;

  private long challenges;

  private VaultLog vaults() {
    return log().vaults();
  }

  private static Unlocker unlocker(long number, Unlocker.Kind kind) {
    boolean words = kind == Unlocker.Kind.WORDS;
    return new Unlocker(
        new UnlockerId(Sample.id(610 + number)),
        kind,
        Sample.box(100, number),
        Sample.box(32, number),
        words ? Sample.box(16, number) : null,
        words ? 1 : 0);
  }

  private Unlocked opened(VaultId vault, long session) {
    value(vaults().createVault(new VaultRequests.Create(vault, DEVICE)));
    return again(vault, DEVICE, session);
  }

  private Unlocked again(VaultId vault, Unlocker by, long session) {
    value(vaults().openSession(opening(vault, by, session, ++challenges)));
    return new Unlocked(vault, Sample.hash(session));
  }

  private static VaultRequests.OpenSession opening(
      VaultId vault, Unlocker by, long session, long challenge) {
    return new VaultRequests.OpenSession(
        vault, by.id(), Sample.hash(session), Sample.box(32, challenge));
  }

  private CompletableFuture<Outcome<VaultRecord>> put(Unlocked by, long was, @Nullable Box box) {
    return vaults().put(new VaultRequests.Put(by, RECORD, was, box));
  }

  private static VaultRecord record(long version, long change, @Nullable Box box) {
    return new VaultRecord(RECORD, version, change, Optional.ofNullable(box));
  }

  @Test
  void what_is_kept_for_the_relay_is_kept_once() {
    assertThat(value(vaults().keep("secret", Sample.box(32, 1)))).isEqualTo(Sample.box(32, 1));
    reopen();
    assertThat(value(vaults().keep("secret", Sample.box(32, 2)))).isEqualTo(Sample.box(32, 1));
    assertThat(value(vaults().keep("another", Sample.box(32, 2)))).isEqualTo(Sample.box(32, 2));
  }

  @Test
  void a_vault_is_made_once() {
    VaultRequests.Create make = new VaultRequests.Create(VAULT, DEVICE);
    assertThat(value(vaults().createVault(make))).isEqualTo(TODAY);
    clock.toDay(TODAY + 3);
    assertThat(value(vaults().createVault(make))).isEqualTo(TODAY);
    assertThat(problem(vaults().createVault(new VaultRequests.Create(VAULT, WORDS))))
        .isEqualTo(Problem.VAULT_EXISTS);
    assertThat(value(vaults().unlocker(VAULT, DEVICE.id()))).hasValue(DEVICE);
    assertThat(value(vaults().single(VAULT, Unlocker.Kind.WORDS))).isEmpty();
    assertThat(value(vaults().unlocker(OTHER, DEVICE.id()))).isEmpty();
  }

  @Test
  void a_challenge_opens_one_session() {
    value(vaults().createVault(new VaultRequests.Create(VAULT, DEVICE)));
    var first = value(vaults().openSession(opening(VAULT, DEVICE, 1, 50)));
    assertThat(first)
        .isEqualTo(
            new VaultLog.Admission(DEVICE.envelope(), 1, TODAY + Limits.SESSION_DAYS, TODAY));
    for (var wrong :
        List.of(
            opening(VAULT, DEVICE, 2, 50),
            opening(VAULT, WORDS, 2, 51),
            opening(OTHER, DEVICE, 2, 52))) {
      assertThat(problem(vaults().openSession(wrong))).isEqualTo(Problem.NOT_UNLOCKED);
    }
    reopen();
    assertThat(problem(vaults().openSession(opening(VAULT, DEVICE, 2, 50))))
        .isEqualTo(Problem.NOT_UNLOCKED);
  }

  @Test
  void fifty_answers_to_one_challenge_open_one_session() {
    value(vaults().createVault(new VaultRequests.Create(VAULT, DEVICE)));
    long opened =
        IntStream.range(0, 50)
            .mapToObj(i -> vaults().openSession(opening(VAULT, DEVICE, 100 + i, 50)))
            .toList()
            .stream()
            .filter(answer -> answer.join() instanceof Outcome.Done<?>)
            .count();
    assertThat(opened).isEqualTo(1);
  }

  @Test
  void a_session_lasts_its_days_and_stays_known() {
    Unlocked by = opened(VAULT, 1);
    clock.toDay(TODAY + Limits.SESSION_DAYS);
    assertThat(value(vaults().unlockers(by)).unlockers()).containsExactly(DEVICE);
    clock.toDay(TODAY + Limits.SESSION_DAYS + 1);
    assertThat(problem(vaults().unlockers(by))).isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(value(vaults().known(by))).isTrue();
    assertThat(value(vaults().known(new Unlocked(OTHER, by.session())))).isFalse();
    clock.toDay(TODAY + Limits.KNOWN_DAYS + 1);
    assertThat(value(vaults().known(by))).isFalse();
  }

  @Test
  void a_locked_session_opens_nothing_and_stays_known() {
    Unlocked by = opened(VAULT, 1);
    Unlocked other = again(VAULT, DEVICE, 2);
    assertThat(value(vaults().lock(by))).isEqualTo(TODAY);
    assertThat(problem(vaults().lock(by))).isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(problem(vaults().records(new VaultRequests.ReadAll(by, 0))))
        .isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(value(vaults().known(by))).isTrue();
    assertThat(value(vaults().records(new VaultRequests.ReadAll(other, 0))).records()).isEmpty();
  }

  @Test
  void the_oldest_of_too_many_sessions_is_forgotten() {
    Unlocked first = opened(VAULT, 1);
    clock.toDay(TODAY + 1);
    for (int session = 2; session <= Limits.SESSIONS_PER_VAULT + 1; session++) {
      again(VAULT, DEVICE, session);
    }
    assertThat(value(vaults().known(first))).isFalse();
    assertThat(value(vaults().known(new Unlocked(VAULT, Sample.hash(2))))).isTrue();
  }

  @Test
  void whoever_has_no_session_is_told_the_same_whatever_they_ask() {
    Unlocked real = opened(VAULT, 1);
    for (Unlocked by :
        List.of(
            new Unlocked(VAULT, Sample.hash(99)),
            new Unlocked(OTHER, Sample.hash(99)),
            new Unlocked(OTHER, real.session()))) {
      PushId push = new PushId(Sample.id(1));
      List<CompletableFuture<? extends Outcome<?>>> all =
          List.of(
              vaults().records(new VaultRequests.ReadAll(by, 0)),
              vaults().record(new VaultRequests.ReadOne(by, RECORD)),
              put(by, 0, Sample.box(1024, 1)),
              vaults().unlockers(by),
              vaults().addUnlocker(new VaultRequests.AddUnlocker(by, WORDS)),
              vaults().removeUnlocker(new VaultRequests.RemoveUnlocker(by, DEVICE.id())),
              vaults().renew(new VaultRequests.Renew(by, 2, List.of(WORDS))),
              vaults().deleteVault(by),
              vaults().lock(by),
              vaults().setPush(new VaultRequests.SetPush(by, push, "https://a", List.of(1))),
              vaults().clearPush(new VaultRequests.ClearPush(by, push)));
      assertThat(all)
          .allSatisfy(
              answer ->
                  assertThat(answer.join()).isEqualTo(new Outcome.Refused<>(Problem.NOT_UNLOCKED)));
    }
  }

  @Test
  void a_record_is_written_over_the_version_that_was_read() {
    Unlocked by = opened(VAULT, 1);
    Box one = Sample.box(1024, 1);
    Box two = Sample.box(4096, 2);
    assertThat(value(put(by, 0, one))).isEqualTo(record(1, 1, one));
    assertThat(value(put(by, 0, one))).as("the same again").isEqualTo(record(1, 1, one));
    assertThat(problem(put(by, 0, two))).isEqualTo(Problem.RECORD_MOVED);
    assertThat(problem(put(by, 2, two))).isEqualTo(Problem.RECORD_MOVED);
    assertThat(value(put(by, 1, two))).isEqualTo(record(2, 2, two));
    assertThat(value(put(by, 2, null))).as("erased").isEqualTo(record(3, 3, null));
    assertThat(problem(put(by, 0, one)))
        .as("never from the beginning")
        .isEqualTo(Problem.RECORD_MOVED);
    reopen();
    assertThat(value(vaults().record(new VaultRequests.ReadOne(by, RECORD))))
        .isEqualTo(record(3, 3, null));
    RecordId none = new RecordId(Sample.id(699));
    assertThat(problem(vaults().record(new VaultRequests.ReadOne(by, none))))
        .isEqualTo(Problem.RECORD_UNKNOWN);
  }

  @Test
  void fifty_devices_that_write_at_once_make_one_version() {
    Unlocked by = opened(VAULT, 1);
    List<CompletableFuture<Outcome<VaultRecord>>> all =
        IntStream.range(0, 50).mapToObj(i -> put(by, 0, Sample.box(1024, i))).toList();
    assertThat(all.stream().filter(one -> one.join() instanceof Outcome.Done<?>)).hasSize(1);
    assertThat(value(vaults().record(new VaultRequests.ReadOne(by, RECORD))).version())
        .isEqualTo(1);
  }

  @Test
  void records_are_read_in_the_order_of_their_last_change() {
    Unlocked by = opened(VAULT, 1);
    for (long number = 0; number < Limits.PAGE_ENTRIES + 2; number++) {
      RecordId id = new RecordId(Sample.id(2_000 + number));
      value(vaults().put(new VaultRequests.Put(by, id, 0, Sample.box(1024, number))));
    }
    RecordId first = new RecordId(Sample.id(2_000));
    value(vaults().put(new VaultRequests.Put(by, first, 1, Sample.box(1024, 9))));
    var page = value(vaults().records(new VaultRequests.ReadAll(by, 0)));
    assertThat(page.records()).hasSize(Limits.PAGE_ENTRIES);
    assertThat(page.more()).isTrue();
    assertThat(page.records()).extracting(VaultRecord::change).isSorted().doesNotHaveDuplicates();
    long last = page.records().getLast().change();
    var rest = value(vaults().records(new VaultRequests.ReadAll(by, last)));
    assertThat(rest.records()).hasSize(2);
    assertThat(rest.records().getLast().record()).isEqualTo(first);
    assertThat(rest.more()).isFalse();
  }

  @Test
  void unlockers_come_and_go_and_the_last_one_stays() {
    Unlocked by = opened(VAULT, 1);
    VaultRequests.AddUnlocker add = new VaultRequests.AddUnlocker(by, WORDS);
    value(vaults().addUnlocker(add));
    assertThat(value(vaults().addUnlocker(add))).as("the same again").isEqualTo(TODAY);
    assertThat(value(vaults().single(VAULT, Unlocker.Kind.WORDS))).hasValue(WORDS);
    Unlocker others = unlocker(3, Unlocker.Kind.WORDS);
    assertThat(problem(vaults().addUnlocker(new VaultRequests.AddUnlocker(by, others))))
        .as("words are single")
        .isEqualTo(Problem.UNLOCKER_EXISTS);
    Unlocked words = again(VAULT, WORDS, 2);
    value(vaults().removeUnlocker(new VaultRequests.RemoveUnlocker(by, WORDS.id())));
    assertThat(problem(vaults().unlockers(words)))
        .as("its sessions go with it")
        .isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(problem(vaults().removeUnlocker(new VaultRequests.RemoveUnlocker(by, DEVICE.id()))))
        .isEqualTo(Problem.LAST_UNLOCKER);
  }

  @Test
  void one_takes_the_place_of_another_at_once_and_of_no_other_kind() {
    Unlocked by = opened(VAULT, 1);
    Unlocker next = unlocker(3, Unlocker.Kind.WORDS);
    var add = new VaultRequests.AddUnlocker(by, next, WORDS.id());
    assertThat(value(vaults().addUnlocker(new VaultRequests.AddUnlocker(by, WORDS))))
        .isEqualTo(TODAY);
    Unlocked words = again(VAULT, WORDS, 2);
    Unlocker code = unlocker(4, Unlocker.Kind.RECOVERY);
    value(vaults().addUnlocker(new VaultRequests.AddUnlocker(by, code, WORDS.id())));
    assertThat(value(vaults().single(VAULT, Unlocker.Kind.WORDS))).as("words").hasValue(WORDS);
    assertThat(value(vaults().addUnlocker(add))).isEqualTo(TODAY);
    assertThat(value(vaults().single(VAULT, Unlocker.Kind.WORDS))).hasValue(next);
    assertThat(problem(vaults().unlockers(words)))
        .as("the sessions of what was replaced go with it")
        .isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(value(vaults().addUnlocker(add))).as("the same again").isEqualTo(TODAY);
    Unlocker third = unlocker(5, Unlocker.Kind.WORDS);
    assertThat(problem(vaults().addUnlocker(new VaultRequests.AddUnlocker(by, third, WORDS.id()))))
        .as("what it would replace is not the one that is there")
        .isEqualTo(Problem.UNLOCKER_EXISTS);
    assertThat(value(vaults().unlockers(by)).unlockers())
        .containsExactlyInAnyOrder(DEVICE, code, next);
  }

  @Test
  void a_new_generation_lets_in_only_whom_it_names() {
    Unlocked by = opened(VAULT, 1);
    Unlocked other = again(VAULT, DEVICE, 2);
    wake(by, 1, List.of(1));
    var renew = new VaultRequests.Renew(by, 2, List.of(WORDS));
    assertThat(problem(vaults().renew(new VaultRequests.Renew(by, 3, List.of(WORDS)))))
        .isEqualTo(Problem.GENERATION_MOVED);
    value(vaults().renew(renew));
    assertThat(value(vaults().renew(renew))).as("the same again").isEqualTo(TODAY);
    assertThat(problem(vaults().renew(new VaultRequests.Renew(by, 2, List.of(DEVICE)))))
        .isEqualTo(Problem.GENERATION_MOVED);
    assertThat(problem(vaults().unlockers(other))).isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(problem(vaults().openSession(opening(VAULT, DEVICE, 5, 77))))
        .isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(value(vaults().unlockers(by)).generation()).isEqualTo(2);
    clock.plusMillis(3 * HOUR_MILLIS);
    assertThat(value(vaults().takeDuePushes())).as("nobody is woken").isEmpty();
  }

  @Test
  void a_deleted_vault_is_gone_with_all_that_is_in_it() {
    Unlocked by = opened(VAULT, 1);
    Unlocked elsewhere = opened(OTHER, 2);
    value(put(by, 0, Sample.box(1024, 1)));
    value(put(elsewhere, 0, Sample.box(1024, 1)));
    wake(by, 1, List.of(1));
    assertThat(value(vaults().deleteVault(by))).isEqualTo(TODAY);
    assertThat(problem(vaults().unlockers(by))).isEqualTo(Problem.NOT_UNLOCKED);
    assertThat(value(vaults().unlocker(VAULT, DEVICE.id()))).isEmpty();
    assertThat(value(vaults().records(new VaultRequests.ReadAll(elsewhere, 0))).records())
        .as("another vault's records")
        .hasSize(1);
    Unlocked anew = opened(VAULT, 1);
    assertThat(value(vaults().records(new VaultRequests.ReadAll(anew, 0))).records()).isEmpty();
    clock.plusMillis(3 * HOUR_MILLIS);
    assertThat(value(vaults().takeDuePushes())).isEmpty();
  }

  private void wake(Unlocked by, long number, List<Integer> hours) {
    PushId push = new PushId(Sample.id(5_000 + number));
    value(vaults().setPush(new VaultRequests.SetPush(by, push, "https://a/" + number, hours)));
  }

  private List<String> due() {
    return value(vaults().takeDuePushes()).stream().map(DuePush::address).toList();
  }

  @Test
  void a_push_is_taken_once_in_its_hour_and_again_the_next_day() {
    Unlocked by = opened(VAULT, 1);
    wake(by, 1, List.of(3, 5));
    List<String> taken = new ArrayList<>();
    for (int hour = 0; hour < 48; hour++) {
      clock.plusMillis(HOUR_MILLIS);
      for (String address : due()) {
        taken.add(hour % 24 + " " + address);
      }
    }
    assertThat(taken)
        .containsExactly("3 https://a/1", "5 https://a/1", "3 https://a/1", "5 https://a/1");
  }

  @Test
  void a_push_is_taken_by_one_of_many_who_ask() {
    Unlocked by = opened(VAULT, 1);
    for (int number = 1; number <= Limits.PUSHES_PER_VAULT; number++) {
      wake(by, number, List.of(1));
    }
    PushId another = new PushId(Sample.id(9_999));
    var more = new VaultRequests.SetPush(by, another, "https://a", List.of(1));
    assertThat(problem(vaults().setPush(more))).isEqualTo(Problem.TOO_MANY);
    reopen();
    clock.plusMillis(2 * HOUR_MILLIS);
    List<CompletableFuture<Outcome<List<DuePush>>>> asked =
        IntStream.range(0, 20).mapToObj(_ -> vaults().takeDuePushes()).toList();
    assertThat(asked.stream().flatMap(one -> value(one).stream()).map(DuePush::address))
        .hasSize(Limits.PUSHES_PER_VAULT)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_push_that_is_cleared_or_forgotten_is_not_due_and_one_long_past_is_let_go_by() {
    Unlocked by = opened(VAULT, 1);
    wake(by, 1, List.of(1));
    wake(by, 2, List.of(1));
    wake(by, 3, List.of(1));
    value(vaults().clearPush(new VaultRequests.ClearPush(by, new PushId(Sample.id(5_001)))));
    value(vaults().forgetPush(VAULT, new PushId(Sample.id(5_002))));
    value(vaults().forgetPush(OTHER, new PushId(Sample.id(5_003))));
    clock.plusMillis(9 * HOUR_MILLIS);
    assertThat(due()).as("hours late").isEmpty();
    clock.plusMillis(17 * HOUR_MILLIS);
    assertThat(due()).containsExactly("https://a/3");
  }
}
