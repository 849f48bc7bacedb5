package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kith.relay.log.LastResort;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.Sample;
import kith.relay.log.sql.Home;
import kith.relay.log.sql.Operation;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Turn;
import kith.relay.log.sql.Work;
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

  @BeforeEach
  void start() throws Exception {
    Connections connections = new Connections(folder.resolve("kith.db"));
    LastResort note = (why, cause) -> stops.add(why + cause);
    session = connections.writer();
    second = connections.writer();
    Schema.bring(session, MovingClock.FIRST_DAY);
    var moving =
        new Writer.Moving(new Checkpoints(second, note), new Reserve(folder.resolve("reserve")));
    writer = new Writer(session, moving, new MovingClock(), note);
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
    return run(turn -> insert(turn, number));
  }

  private Outcome<Integer> run(Operation<Integer> operation) {
    Home home = new Home.OfBond(Sample.bond(1));
    return writer.submit(new Work<>("test", home, 0, operation)).join();
  }

  private static Outcome<Integer> insert(Turn turn, long number) throws SQLException {
    byte[] id = Sample.bond(number).id().bytes();
    byte[] seat = Sample.hash(1).bytes();
    turn.session().run("INSERT INTO bonds (id, day, seat0) VALUES (?, 1, ?)", id, seat);
    return Turn.done(turn.today());
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
    run(WriterTest::makeRoom);
    assertThat(create(number)).isInstanceOf(Outcome.Done.class);
    assertThat(stops).isEmpty();
  }

  private static Outcome<Integer> makeRoom(Turn turn) throws SQLException {
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
