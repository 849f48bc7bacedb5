package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import kith.relay.log.LastResort;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.Requests;
import kith.relay.log.Sample;
import kith.wire.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The writing thread when there is no room, and when somebody else holds the file.
final class WriterTest {
  @TempDir Path folder;
  private final List<String> stops = new ArrayList<>();
  private Session session;
  private Session second;
  private Writer writer;
  private Thread thread;
  private Quotas quotas;

  @BeforeEach
  void start() throws Exception {
    Connections connections = new Connections(folder.resolve("kith.db"));
    LastResort note = (why, cause) -> stops.add(why + cause);
    session = connections.writer();
    second = connections.writer();
    Schema.bring(session, MovingClock.FIRST_DAY);
    quotas = Quotas.of(new MovingClock());
    writer = new Writer(session, new Checkpoints(second, note), quotas, note);
    thread = Thread.ofPlatform().unstarted(writer);
  }

  @AfterEach
  void stop() throws Exception {
    writer.close();
    thread.join();
    session.close();
    second.close();
  }

  private Outcome<Integer> create(long number) {
    var request = new Requests.CreateBond(Sample.bond(number), Sample.hash(1));
    return writer.submit(0, turn -> Bonds.create(turn, request, quotas.bonds())).join();
  }

  @Test
  void on_a_full_disk_nothing_is_acknowledged_and_with_room_it_goes_on_by_itself()
      throws Exception {
    session.script("PRAGMA max_page_count = 30");
    thread.start();
    long number = 1;
    while (create(number) instanceof Outcome.Done<Integer>) {
      number++;
    }
    assertThat(create(number)).isEqualTo(new Outcome.Refused<Integer>(Problem.STORAGE_FULL));
    try (Session outside = new Connections(folder.resolve("kith.db")).reader()) {
      assertThat(outside.first("SELECT count(*) FROM bonds", row -> row.getLong(1)))
          .hasValue(number - 1);
    }
    writer.submit(0, WriterTest::makeRoom).join();
    assertThat(create(number)).isInstanceOf(Outcome.Done.class);
    assertThat(stops).isEmpty();
  }

  private static Outcome<Integer> makeRoom(Turn turn) throws java.sql.SQLException {
    turn.session().script("PRAGMA max_page_count = 100000");
    return Turn.done(0);
  }

  @Test
  void while_somebody_else_holds_the_file_it_refuses_and_afterwards_goes_on() throws Exception {
    thread.start();
    try (var tool = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kith.db"));
        var statement = tool.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThat(create(1)).isEqualTo(new Outcome.Refused<Integer>(Problem.INTERNAL));
      statement.execute("ROLLBACK");
    }
    assertThat(create(1)).isInstanceOf(Outcome.Done.class);
    assertThat(stops).isEmpty();
  }
}
