package kith.relay.log.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import kith.relay.log.CannotOpen;
import kith.relay.log.Outcome;
import kith.relay.log.RelayLog;
import kith.relay.log.VaultsContract;
import kith.wire.Problem;
import org.junit.jupiter.api.Test;

/// PostgreSQL keeps the contract, and what only PostgreSQL can show: failures of the server.
final class PostgresLogTest extends VaultsContract {
  /// Every write of an opening, in turn.
  private static final List<String> STEPS =
      List.of(
          "INSERT ON %s.entries",
          "INSERT ON %s.keys",
          "INSERT ON %s.ended_gates",
          "DELETE ON %s.deposits",
          "DELETE ON %s.deposit_keys");

  @Override
  protected RelayLog open(Path at, Clock day) {
    return PostgresLog.open(TestDatabase.url(at), day);
  }

  private void failAt(String step, String fault) {
    String schema = TestDatabase.schema(folder());
    TestDatabase.run(
        """
        CREATE OR REPLACE FUNCTION %s.fail() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN %s RETURN NULL; END $$
        """
            .formatted(schema, fault));
    TestDatabase.run(
        "CREATE TRIGGER fail BEFORE %s FOR EACH ROW EXECUTE FUNCTION %s.fail()"
            .formatted(step.formatted(schema), schema));
  }

  private void failNoMore() {
    TestDatabase.run("DROP FUNCTION " + TestDatabase.schema(folder()) + ".fail() CASCADE");
  }

  @Test
  void a_full_disk_at_any_step_of_an_opening_opens_for_neither_and_again_for_both() {
    long gate = 0;
    for (String step : STEPS) {
      gate++;
      value(deposit(ONE, gate, 1));
      failAt(step, "RAISE EXCEPTION 'no room' USING ERRCODE = '53100';");
      assertThat(problem(deposit(TWO, gate, 1))).as(step).isEqualTo(Problem.STORAGE_FULL);
      assertThat(entries()).as(step).hasSize((int) gate - 1);
      failNoMore();
      value(deposit(TWO, gate, 1));
      assertThat(entries()).as(step).hasSize((int) gate);
    }
  }

  @Test
  void a_connection_lost_at_any_step_of_an_opening_opens_for_neither_and_again_for_both() {
    long gate = 0;
    for (String step : STEPS) {
      gate++;
      value(deposit(ONE, gate, 1));
      failAt(step, "PERFORM pg_terminate_backend(pg_backend_pid());");
      long lost = gate;
      assertThatThrownBy(() -> deposit(TWO, lost, 1).join())
          .as(step)
          .isInstanceOf(CompletionException.class);
      failNoMore();
      assertThat(entries()).as(step).hasSize((int) gate - 1);
      assertThat(deposit(TWO, gate, 1).join()).as(step).isEqualTo(new Outcome.Done<>(TODAY));
      assertThat(entries()).as(step).hasSize((int) gate);
    }
  }

  @Test
  void a_server_that_is_not_there_is_said_in_plain_words() {
    String nowhere = "jdbc:postgresql://127.0.0.1:1/kith?user=kith";
    assertThatThrownBy(() -> PostgresLog.open(nowhere, clock))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("check that it runs");
  }
}
