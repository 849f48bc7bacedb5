package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kith.relay.log.Appended;
import kith.relay.log.CannotOpen;
import kith.relay.log.LastResort;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Sample;
import kith.relay.log.Seat;
import kith.relay.log.Upkeep;
import kith.relay.log.VaultsContract;
import kith.wire.Box;
import kith.wire.Parts;
import kith.wire.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite keeps the contract, and what only SQLite can show: the file itself.
final class SqliteLogTest extends VaultsContract {
  private static final LastResort FAIL =
      (why, cause) -> {
        throw new IllegalStateException(why, cause);
      };

  @TempDir Path other;

  @Override
  protected RelayLog open(Path at, Clock day) {
    return SqliteLog.open(at, day, FAIL);
  }

  private List<String> query(Path at, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + at.resolve("kith.db"));
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  @Test
  void the_file_holds_these_columns_and_no_time_finer_than_a_day() throws SQLException {
    open(other, new MovingClock()).close();
    assertThat(
            query(
                other,
                """
                SELECT m.name || ': ' || group_concat(c.name, ' ')
                FROM sqlite_schema m, pragma_table_info(m.name) c
                WHERE m.type = 'table' GROUP BY m.name ORDER BY m.name
                """))
        .containsExactly(
            "bonds: number id day seat0 seat1 ended tick_offset changes",
            "changes: bond number seq",
            "deposit_keys: bond seat gate key",
            "deposits: bond seat gate revision expires event body",
            "ended_gates: bond gate",
            "entries: bond seq day seat handle gate event body event1 body1 tombstone tombstone1",
            "invitations: id bond day expires offer accept accept_day confirm confirm_day",
            "kept: name value",
            "keys: bond seq seat key",
            "migrations: version day",
            "pending_ends: bond seat handle event day",
            "pending_withdrawals: bond seat seq tombstone day",
            "pushes: vault id address hours due",
            "records: vault id version change box",
            "sessions: vault hash unlocker expires known",
            "tick_time: one reached shift seen held",
            "unlockers: vault id kind envelope public_key salt kdf",
            "used_challenges: vault challenge day",
            "vaults: number id day generation changes",
            "vote_counters: bond seat epoch counter",
            "votes: bond seat epoch due counter gates");
  }

  @Test
  void every_day_in_the_file_is_a_day_number() throws SQLException {
    value(append(ONE, 1));
    value(deposit(ONE, 1, 1));
    log().close();
    for (String column :
        List.of(
            "bonds.day",
            "entries.day",
            "deposits.expires",
            "invitations.day",
            "invitations.accept_day",
            "migrations.day")) {
      String[] at = column.split("\\.", 2);
      assertThat(query(folder(), "SELECT " + at[1] + " FROM " + at[0]))
          .as(column)
          .allSatisfy(day -> assertThat(Integer.parseInt(day)).isBetween(TODAY, TODAY + 400));
    }
  }

  @Test
  void a_private_act_changes_only_rows_of_its_own_seat() throws SQLException {
    value(append(ONE, 1));
    String others =
        """
        SELECT group_concat(quote(number) || quote(id) || quote(day) || quote(seat0)
          || quote(seat1) || quote(changes) || quote(ended)) FROM bonds
        UNION ALL SELECT count(*) || group_concat(quote(seq) || quote(event)) FROM entries
        UNION ALL SELECT count(*) FROM keys UNION ALL SELECT count(*) FROM ended_gates
        UNION ALL SELECT count(*) FROM invitations
        UNION ALL SELECT count(*) FROM deposits WHERE seat = 0
        UNION ALL SELECT count(*) FROM deposit_keys WHERE seat = 0
        UNION ALL SELECT name FROM sqlite_schema
        """;
    List<String> before = query(folder(), others);
    value(deposit(TWO, 1, 1));
    value(deposit(TWO, 1, 2));
    value(deposit(TWO, 2, 1));
    value(remove(TWO, 2, 2));
    assertThat(query(folder(), others)).isEqualTo(before);
    assertThat(query(folder(), "SELECT count(*) FROM deposits WHERE seat = 1"))
        .containsExactly("2");
  }

  @Test
  void a_file_of_a_newer_version_is_refused_in_plain_words() throws SQLException {
    open(other, new MovingClock()).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + other.resolve("kith.db"));
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO migrations VALUES (999, 20000)");
    }
    assertThatThrownBy(() -> open(other, new MovingClock()))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("newer Kith")
        .hasMessageContaining("use that version");
  }

  @Test
  void something_else_under_the_name_is_refused_in_plain_words() throws IOException {
    Files.writeString(other.resolve("kith.db"), "no database, ".repeat(500));
    assertThatThrownBy(() -> open(other, new MovingClock()))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void a_folder_in_use_is_refused_in_plain_words_and_free_again_after_close() {
    RelayLog first = open(other, new MovingClock());
    assertThatThrownBy(() -> open(other, new MovingClock()))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("Another Kith is using");
    first.close();
    open(other, new MovingClock()).close();
  }

  @Test
  void a_folder_that_cannot_be_is_refused_in_plain_words() throws IOException {
    Path file = Files.writeString(other.resolve("file"), "x");
    for (Path wrong : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> open(wrong, new MovingClock()))
          .isInstanceOf(CannotOpen.class)
          .hasMessageContaining("data folder");
    }
  }

  @Test
  void opened_replaced_removed_and_expired_words_leave_the_disk() throws IOException {
    List<String> marks = List.of("REPLACED", "REMOVED!", "EXPIRED!", "INVITED!");
    value(deposited(1, 1, "REPLACED", TODAY + 9));
    value(deposit(ONE, 1, 2));
    value(deposited(2, 1, "REMOVED!", TODAY + 9));
    value(remove(ONE, 2, 2));
    value(deposited(3, 1, "EXPIRED!", TODAY));
    value(
        log().offer(new Requests.Offer(ONE, Sample.invitation(5), marked("INVITED!", 64), TODAY)));
    assertThat(found(marks)).as("they were there").isNotEmpty();
    clock.toDay(TODAY + 1);
    awaitGone(marks);
    log().close();
    assertThat(found(marks)).isEmpty();
  }

  @Test
  void withdrawn_words_and_their_keys_leave_the_disk_and_are_in_no_later_backup()
      throws IOException {
    List<String> words = List.of("MY WORDS", "OPENED 0", "OPENED 1", "THE KEYS");
    value(appended(ONE, 1, "MY WORDS"));
    for (Seat seat : List.of(ONE, TWO)) {
      Box body = marked(seat.equals(ONE) ? "OPENED 0" : "OPENED 1", 4096);
      Parts parts = new Parts(Sample.box(1024, 5), new Words(body, marked("THE KEYS", 65)));
      value(log().deposit(new Requests.Deposit(seat, Sample.gate(8), 1, TODAY + 9, parts)));
    }
    assertThat(found(words)).as("they were there").hasSameElementsAs(words);
    value(withdraw(ONE, 1, marked("TOMB ONE", 1024), TODAY));
    value(withdraw(ONE, 2, marked("TOMB TWO", 1024), TODAY));
    value(withdraw(TWO, 2, marked("TOMB TRI", 1024), TODAY));
    awaitGone(words);
    Path backup = other.resolve("later.kith");
    assertThat(Backup.make(folder(), backup, (_, _) -> {})).isInstanceOf(Upkeep.Done.class);
    String bytes = Files.readString(backup, StandardCharsets.ISO_8859_1);
    assertThat(words).noneMatch(bytes::contains);
    assertThat(bytes).contains("TOMB ONE", "TOMB TWO", "TOMB TRI");
    log().close();
    assertThat(found(words)).isEmpty();
  }

  private CompletableFuture<Outcome<Appended>> appended(Seat seat, long handle, String mark) {
    Words words = new Words(marked(mark, 65_536), marked("THE KEYS", 65));
    Parts parts = new Parts(Sample.box(1024, handle), words);
    return log().append(new Requests.Append(seat, Sample.handle(handle), parts, List.of()));
  }

  @Test
  void marks_of_what_is_long_over_are_swept_and_no_others() throws SQLException, IOException {
    value(deposited(1, 1, "EXPIRED!", TODAY));
    value(deposited(2, 1, "REMOVED!", TODAY + 1));
    value(remove(ONE, 2, 2));
    value(deposited(3, 1, "HELD FOR", TODAY + 400));
    List<String> sessions = List.of("7, 390", "8, 402");
    for (String one : sessions) {
      String[] each = one.split(", ", 2);
      change(
          "INSERT INTO sessions VALUES (1, x'%s', x'00', 1, %d)"
              .formatted(each[0].repeat(64), TODAY + Integer.parseInt(each[1])));
    }
    change("INSERT INTO used_challenges VALUES (1, x'01', %d)".formatted(TODAY + 399));
    change("INSERT INTO used_challenges VALUES (1, x'02', %d)".formatted(TODAY + 400));
    String left =
        """
        SELECT 'gate ' || count(*) FROM deposits UNION ALL SELECT 'known ' || known FROM sessions
        UNION ALL SELECT 'challenge ' || day FROM used_challenges ORDER BY 1
        """;
    clock.toDay(TODAY + 401);
    awaitRows(left, List.of("challenge " + (TODAY + 400), "gate 2", "known " + (TODAY + 402)));
    clock.toDay(TODAY + 403);
    awaitRows(left, List.of("gate 1"));
  }

  private void awaitRows(String sql, List<String> expected) throws SQLException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!query(folder(), sql).equals(expected) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(query(folder(), sql)).isEqualTo(expected);
  }

  @Test
  void a_failure_at_any_step_of_an_opening_opens_for_neither_and_again_for_both()
      throws SQLException {
    List<String> steps =
        List.of(
            "INSERT ON entries",
            "INSERT ON keys",
            "INSERT ON ended_gates",
            "DELETE ON deposits",
            "DELETE ON deposit_keys");
    long gate = 0;
    for (String step : steps) {
      gate++;
      value(deposit(ONE, gate, 1));
      change("CREATE TRIGGER fail BEFORE " + step + " BEGIN SELECT RAISE(ABORT, 'no'); END");
      assertThat(deposit(TWO, gate, 1)).as(step).failsWithin(java.time.Duration.ofSeconds(5));
      assertThat(entries()).as(step).hasSize((int) gate - 1);
      change("DROP TRIGGER fail");
      value(deposit(TWO, gate, 1));
      assertThat(entries()).as(step).hasSize((int) gate);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder().resolve("kith.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private java.util.concurrent.CompletableFuture<kith.relay.log.Outcome<Integer>> deposited(
      long gate, long revision, String mark, int expires) {
    Parts parts = new Parts(marked(mark, 1024), new Words(marked(mark, 4096), marked(mark, 65)));
    return log().deposit(new Requests.Deposit(ONE, Sample.gate(gate), revision, expires, parts));
  }

  private static Box marked(String mark, int length) {
    return new Box(
        mark.repeat(length / 8 + 1).substring(0, length).getBytes(StandardCharsets.US_ASCII));
  }

  /// The store erases in its own quiet moments, within a second or so.
  private void awaitGone(List<String> marks) throws IOException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!found(marks).isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(found(marks)).isEmpty();
  }

  private List<String> found(List<String> marks) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return marks.stream().filter(mark -> all.indexOf(mark) >= 0).toList();
  }
}
