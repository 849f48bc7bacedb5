package kith.relay.log.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL for the tests, started once, with everything on that durability rests on.
/// Each name is a schema of its own.
public final class TestDatabase {
  private static final EmbeddedPostgres SERVER = start();
  private static final Map<Object, String> SCHEMAS = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "postgres-stop"));
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException alreadyGone) {
      System.err.println("PostgreSQL did not stop cleanly: " + alreadyGone.getMessage());
    }
  }

  /// The address of the schema with this name, empty the first time.
  public static String url(Object name) {
    return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema(name);
  }

  /// The schema with this name.
  public static String schema(Object name) {
    return SCHEMAS.computeIfAbsent(name, _ -> newSchema());
  }

  /// A number, as the operator would ask for it.
  public static int number(String sql) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  private static String newSchema() {
    String schema = "kith_" + COUNT.incrementAndGet();
    run("CREATE SCHEMA " + schema);
    return schema;
  }

  /// Runs a statement as the operator would.
  public static void run(String sql) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }
}
