package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import kith.relay.log.Ballots;
import kith.relay.log.RelayLog;
import kith.relay.log.RelayLogContract;
import kith.relay.log.Seat;
import org.junit.jupiter.api.Test;

/// D15: a tick fails at each of its writes. Neither sees the other's yes; the next try opens for
/// both.
final class TickCrashTest extends RelayLogContract {
  private static final List<String> STEPS =
      List.of(
          "INSERT ON entries",
          "INSERT ON ended_gates",
          "DELETE ON votes",
          "DELETE ON vote_counters");

  @Override
  protected RelayLog open(Path at, Clock day) {
    return SqliteLog.open(
        at,
        day,
        (why, cause) -> {
          throw new IllegalStateException(why, cause);
        });
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder().resolve("kith.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void yes(Seat seat, int gate) {
    value(log().vote(Ballots.upload(seat, value(log().counters(seat)), Set.of(gate))));
  }

  @Test
  void a_tick_that_fails_at_any_write_opens_for_neither_and_the_next_try_for_both()
      throws SQLException {
    int opened = 0;
    for (String step : STEPS) {
      yes(ONE, opened);
      yes(TWO, opened);
      change("CREATE TRIGGER fail BEFORE " + step + " BEGIN SELECT RAISE(ABORT, 'no'); END");
      assertThatThrownBy(this::nextDay).as(step).hasMessageContaining("no");
      assertThat(entries()).as(step).hasSize(opened);
      change("DROP TRIGGER fail");
      passAt(60);
      opened++;
      assertThat(entries()).as(step).hasSize(opened);
      assertNoGaps(entries());
    }
  }
}
