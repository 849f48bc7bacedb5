package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kith.relay.log.Entry;
import kith.relay.log.MovingClock;
import kith.relay.log.Outcome;
import kith.relay.log.Page;
import kith.relay.log.RelayLog;
import kith.relay.log.Requests;
import kith.relay.log.Sample;
import kith.relay.log.sql.Session;
import kith.wire.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D08: the process is killed at each statement of each step of the schema. What is on the disk at
/// that moment is brought forward by the next start, and everything is there.
final class MigrationKillTest {
  /// More statements than all steps have.
  private static final int MOST = 500;

  @TempDir Path folder;

  private static Connection connect(Path data) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("kith.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
    }
    return connection;
  }

  /// A store as the first version left it, with one entry.
  private Path first() throws SQLException, IOException {
    Path data = Files.createDirectories(folder.resolve("first"));
    try (Session session = new Session(connect(data))) {
      Schema.bring(session, MovingClock.FIRST_DAY, 1);
      session.run(
          "INSERT INTO bonds (id, day, seat0) VALUES (?, 1, ?)",
          Sample.bond(1).id().bytes(),
          Sample.hash(10).bytes());
      session.run(
          "INSERT INTO entries (bond, seq, day, seat, handle, event) VALUES (1, 1, 1, 0, ?, ?)",
          Sample.handle(1).bytes(),
          Sample.box(1024, 7).bytes());
    }
    return data;
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.filter(each -> !each.toString().endsWith("-shm")).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Runs `killed` in place of the n-th statement, and then fails.
  private static Connection killedAt(Connection real, int nth, Runnable killed) {
    AtomicInteger count = new AtomicInteger();
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          Object result = call(real, method, arguments);
          return result instanceof Statement statement && method.getName().equals("createStatement")
              ? counting(statement, count, nth, killed)
              : result;
        });
  }

  private static Statement counting(Statement real, AtomicInteger count, int nth, Runnable killed) {
    return proxy(
        Statement.class,
        (_, method, arguments) -> {
          if (method.getName().equals("execute") && count.incrementAndGet() == nth) {
            killed.run();
            throw new SQLException("killed");
          }
          return call(real, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /// Whether it was killed before it was done.
  private boolean bringAndKill(Path first, int nth) throws SQLException {
    Path work = folder.resolve("work-" + nth);
    copy(first, work);
    Path killed = folder.resolve("killed-" + nth);
    try (Connection connection = connect(work)) {
      Schema.bring(
          new Session(killedAt(connection, nth, () -> copy(work, killed))), MovingClock.FIRST_DAY);
      return false;
    } catch (SQLException stopped) {
      assertThat(stopped.getMessage()).isEqualTo("killed");
      return true;
    }
  }

  private static List<Entry> entries(RelayLog log) {
    return switch (log.read(new Requests.Read(Sample.seat(1, 10), 0)).join()) {
      case Outcome.Done<Page>(Page page) -> page.entries();
      case Outcome.Refused<Page>(var problem) -> throw new AssertionError(problem);
    };
  }

  @Test
  void killed_at_any_statement_the_next_start_finishes_and_nothing_is_lost() throws Exception {
    Path first = first();
    int killed = 0;
    while (killed < MOST && bringAndKill(first, killed + 1)) {
      killed++;
      Path data = folder.resolve("killed-" + killed);
      try (RelayLog log = SqliteLog.open(data, new MovingClock(), (_, _) -> {})) {
        assertThat(entries(log))
            .as("after statement " + killed)
            .singleElement()
            .satisfies(entry -> assertThat(box(entry)).isEqualTo(Sample.box(1024, 7)));
      }
    }
    System.out.printf("MigrationKillTest: killed at each of %d statements%n", killed);
    assertThat(killed).isBetween(20, MOST - 1);
  }

  private static Box box(Entry entry) {
    return switch (entry) {
      case Entry.Written written -> written.parts().event();
      case Entry.Opened opened -> opened.seat0().event();
    };
  }
}
