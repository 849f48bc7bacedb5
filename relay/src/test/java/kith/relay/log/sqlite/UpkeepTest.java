package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import kith.relay.log.Appended;
import kith.relay.log.Ballots;
import kith.relay.log.Counters;
import kith.relay.log.Entry;
import kith.relay.log.Finding;
import kith.relay.log.LastResort;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Sample;
import kith.relay.log.Seat;
import kith.relay.log.Upkeep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backup, restoration and checkup (D09 of docs/testing.md).
final class UpkeepTest {
  private static final LastResort FAIL =
      (why, cause) -> {
        throw new IllegalStateException(why, cause);
      };

  /// A pattern that random ids and counters do not make by chance.
  private static final long WORDS = 0x7766554433221100L;

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock();
  private final List<String> progress = new ArrayList<>();

  private RelayLog open(String name) {
    return SqliteLog.open(folder.resolve(name), clock, FAIL);
  }

  private static void bond(RelayLog log) {
    done(log.create(new Requests.CreateBond(Sample.bond(1), Sample.hash(10), 0)).join());
  }

  private static Appended append(RelayLog log, long number) {
    return done(
        log.append(
                new Requests.Append(
                    Sample.seat(1, 10), Sample.handle(number), Sample.words(number), List.of()))
            .join());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(var problem) -> throw new AssertionError(problem);
    };
  }

  private static List<Entry> all(RelayLog log) {
    List<Entry> all = new ArrayList<>();
    Page page;
    do {
      page = done(log.read(new Requests.Read(Sample.seat(1, 10), all.size())).join());
      all.addAll(page.entries());
    } while (page.more());
    return all;
  }

  private Upkeep.Done backup(String to) {
    Upkeep made =
        Backup.make(
            folder.resolve("data"),
            folder.resolve(to),
            (done, all) -> progress.add(done + "/" + all));
    assertThat(made).isInstanceOf(Upkeep.Done.class);
    return (Upkeep.Done) made;
  }

  private static String why(Upkeep refused) {
    assertThat(refused).isInstanceOf(Upkeep.Refused.class);
    return ((Upkeep.Refused) refused).why();
  }

  @Test
  void a_backup_made_under_load_holds_everything_acknowledged_before_it_and_a_whole_beginning()
      throws InterruptedException {
    AtomicLong acknowledged = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    try (RelayLog log = open("data")) {
      bond(log);
      Thread load =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!enough.get()) {
                      acknowledged.set(append(log, acknowledged.get() + 1).seq());
                    }
                  });
      while (acknowledged.get() < 100) {
        Thread.onSpinWait();
      }
      long before = acknowledged.get();
      long held = backup("one.kith").entries();
      enough.set(true);
      load.join();
      assertThat(held).isBetween(before, acknowledged.get());
      List<Entry> original = all(log);
      assertThat(Restore.into(folder.resolve("again"), folder.resolve("one.kith")))
          .isInstanceOf(Upkeep.Done.class);
      try (RelayLog again = open("again")) {
        assertThat(all(again)).isEqualTo(original.subList(0, (int) held));
        assertThat(append(again, 1_000_000).seq()).isEqualTo(held + 1);
      }
    }
    assertThat(progress).isNotEmpty();
    assertThat(progress.getLast()).matches("(\\d+)/\\1");
  }

  @Test
  void a_restored_store_gives_no_vote_counter_twice() throws Exception {
    Seat seat = Sample.seat(1, 10);
    try (RelayLog log = open("data")) {
      bond(log);
      upload(log, seat);
      backup("one.kith");
      upload(log, seat);
      clock.plusMillis(23 * 3_600_000L);
    }
    assertThat(Restore.into(folder.resolve("again"), folder.resolve("one.kith"), clock))
        .isInstanceOf(Upkeep.Done.class);
    try (RelayLog again = open("again")) {
      assertThat(done(again.counters(seat).join()).next()).containsExactly(17, 17, 17);
      assertThat(upload(again, seat).next())
          .as("taken, and not looked at")
          .containsExactly(17, 17, 17);
      List<List<Integer>> next = new ArrayList<>();
      for (int day = 1; day <= 3; day++) {
        passADay(again);
        next.add(done(again.counters(seat).join()).next());
      }
      assertThat(next)
          .as("the first epoch that no earlier upload covered begins after three ticks")
          .containsExactly(List.of(17, 17, 1), List.of(17, 1, 1), List.of(1, 1, 1));
    }
  }

  private static Counters upload(RelayLog log, Seat seat) {
    Counters now = done(log.counters(seat).join());
    return done(log.vote(Ballots.upload(seat, now, Set.of(1))).join());
  }

  private void passADay(RelayLog log) {
    for (int minutes = 0; minutes < 1440; minutes += 20) {
      clock.plusMillis(20 * 60_000L);
      done(log.passTime().join());
    }
  }

  @Test
  void what_a_backup_leaves_out_is_a_table_that_there_is() throws Exception {
    open("data").close();
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/kith.db"));
        var statement = connection.createStatement();
        var result =
            statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      List<String> tables = new ArrayList<>();
      while (result.next()) {
        tables.add(result.getString(1));
      }
      assertThat(tables).containsAll(Backup.LEFT_OUT);
    }
    assertThat(Backup.LEFT_OUT).isNotEmpty();
  }

  @Test
  void what_was_taken_away_before_is_in_no_byte_of_the_backup() throws IOException {
    try (RelayLog log = open("data")) {
      bond(log);
      deposit(log, 1, WORDS);
      assertThat(holds(backup("before.kith").where(), WORDS)).isTrue();
      deposit(log, 2, null);
      assertThat(holds(backup("after.kith").where(), WORDS)).isFalse();
    }
  }

  private static void deposit(RelayLog log, long revision, @Nullable Long words) {
    var parts = words == null ? null : Sample.words(words);
    done(
        log.deposit(
                new Requests.Deposit(
                    Sample.seat(1, 10),
                    Sample.gate(1),
                    revision,
                    MovingClock.FIRST_DAY + 30,
                    parts))
            .join());
  }

  private static boolean holds(Path file, long pattern) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] wanted = ByteBuffer.allocate(Long.BYTES).putLong(pattern).array();
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void a_backup_is_for_its_owner_only_and_leaves_nothing_unfinished() throws IOException {
    try (RelayLog log = open("data")) {
      bond(log);
      Path made = backup("one.kith").where();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rw-------");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("data", "one.kith");
    }
  }

  @Test
  void nothing_that_is_there_is_ever_replaced() throws IOException {
    try (RelayLog log = open("data")) {
      bond(log);
      backup("one.kith");
      byte[] first = Files.readAllBytes(folder.resolve("one.kith"));
      assertThat(why(Backup.make(folder.resolve("data"), folder.resolve("one.kith"), (_, _) -> {})))
          .contains("is there already");
      assertThat(Files.readAllBytes(folder.resolve("one.kith"))).isEqualTo(first);
      assertThat(why(Restore.into(folder.resolve("data"), folder.resolve("one.kith"))))
          .contains("Another Kith is using");
    }
    assertThat(why(Restore.into(folder.resolve("data"), folder.resolve("one.kith"))))
        .contains("not replaced");
  }

  @Test
  void what_is_not_a_whole_backup_is_not_restored() throws IOException {
    Path text = Files.writeString(folder.resolve("text.kith"), "dear diary".repeat(1000));
    assertThat(why(Restore.into(folder.resolve("a"), text))).contains("not a whole backup");
    try (RelayLog log = open("data")) {
      bond(log);
      for (int i = 1; i <= 50; i++) {
        append(log, i);
      }
      backup("whole.kith");
    }
    Path cut = folder.resolve("cut.kith");
    byte[] whole = Files.readAllBytes(folder.resolve("whole.kith"));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThat(why(Restore.into(folder.resolve("b"), cut))).contains("not a whole backup");
    assertThat(Files.exists(folder.resolve("a/kith.db"))).isFalse();
    assertThat(Files.exists(folder.resolve("b/kith.db"))).isFalse();
  }

  @Test
  void a_checkup_finds_a_good_store_good_and_names_each_fault() throws Exception {
    try (RelayLog log = open("data")) {
      bond(log);
      for (int i = 1; i <= 50; i++) {
        append(log, i);
      }
      assertThat(levels(MovingClock.FIRST_DAY)).doesNotContain(Finding.Level.BAD);
      assertThat(says(MovingClock.FIRST_DAY - 3)).contains("3 days behind");
    }
    remove("DELETE FROM entries WHERE seq = 7");
    assertThat(says(MovingClock.FIRST_DAY)).contains("In 1 bonds entries are missing");
    damage(folder.resolve("data/kith.db"));
    assertThat(levels(MovingClock.FIRST_DAY)).contains(Finding.Level.BAD);
  }

  private void remove(String sql) throws SQLException {
    try (var session = Connections.single(folder.resolve("data/kith.db"))) {
      session.script(sql);
    }
  }

  private static void damage(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long at = bytes.length() / 4; at < bytes.length(); at += 512) {
        bytes.seek(at);
        bytes.write(0xa5);
      }
    }
  }

  private List<Finding> findings(int today) {
    return Checkup.of(folder.resolve("data"), today, (_, _) -> {});
  }

  private List<Finding.Level> levels(int today) {
    return findings(today).stream().map(Finding::level).toList();
  }

  private String says(int today) {
    return findings(today).toString();
  }
}
