package kith.app.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A PostgreSQL of the bench's own, as safe as an operator's.
final class Embedded implements AutoCloseable {
  private static final String USER = "postgres";

  /// PostgreSQL's own 16 MiB are full every two seconds of half the load here, and commits take 50
  /// to 70 ms whenever it goes to the next file (docs/operating.md).
  private static final String LOG_FILE_MEBIBYTES = "64";

  private final EmbeddedPostgres server;
  private final Writeback writeback;

  /// With so many files of its write-ahead log in reserve.
  Embedded(int logFiles) throws IOException {
    Path data = Files.createTempDirectory("kith-bench-database");
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            // What this builder calls locale are further options of initdb.
            .setLocaleConfig("wal-segsize", LOG_FILE_MEBIBYTES)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "2GB")
            .setServerConfig("min_wal_size", "3GB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    reserve(logFiles);
    writeback = new Writeback(data.resolve("base"));
  }

  /// A server that has been at work for a while writes its log into files of before; a new one
  /// makes each file first, and all commits wait for that.
  private void reserve(int logFiles) throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < logFiles; i++) {
        statement.execute("SELECT pg_logical_emit_message(false, 'kith', ''), pg_switch_wal()");
      }
      statement.execute("CHECKPOINT");
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
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
    writeback.close();
    server.close();
  }
}
