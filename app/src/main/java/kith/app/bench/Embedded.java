package kith.app.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/// A PostgreSQL of the bench's own, as safe as an operator's.
final class Embedded implements AutoCloseable {
  private static final String USER = "postgres";

  private final EmbeddedPostgres server;

  Embedded() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
  }

  /// Whether the programs of a PostgreSQL are on the class path.
  static boolean isThere() {
    try {
      Class.forName("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");
      return true;
    } catch (ClassNotFoundException notHere) {
      return false;
    }
  }

  /// The address of a database of this name.
  String url(String database) {
    return server.getJdbcUrl(USER, database);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
