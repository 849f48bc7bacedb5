package kith.relay.log.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import kith.relay.log.sql.Recording;
import kith.relay.log.sql.Session;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Opens connections with the settings that durability and erasure rest on.
final class Connections {
  /// Kibibytes of page cache of a connection (a negative cache_size counts KiB).
  private static final int WRITER_CACHE_KIB = 16_384;

  private static final int READER_CACHE_KIB = 4_096;

  /// How long to wait for a lock: only a checkpoint and a reader ever meet.
  static final int BUSY_MILLIS = 2_000;

  private final String url;

  Connections(Path database) {
    this.url = "jdbc:sqlite:" + database;
  }

  /// For the one thread that writes.
  Session writer() throws SQLException {
    return open(settings(WRITER_CACHE_KIB));
  }

  /// For reading only.
  Session reader() throws SQLException {
    SQLiteConfig settings = settings(READER_CACHE_KIB);
    Session session = open(settings);
    session.script("PRAGMA query_only = ON");
    return session;
  }

  /// For a file of its own that nobody else uses, such as a backup: no log file beside it.
  static Session single(Path file) throws SQLException {
    SQLiteConfig settings = settings(WRITER_CACHE_KIB);
    settings.setJournalMode(JournalMode.DELETE);
    return new Session(settings.createConnection("jdbc:sqlite:" + file));
  }

  /// The same, recorded when the process was started so.
  Session recorded(Recording recording) throws SQLException {
    return recording.session(settings(WRITER_CACHE_KIB).createConnection(url));
  }

  private Session open(SQLiteConfig settings) throws SQLException {
    return new Session(settings.createConnection(url));
  }

  private static SQLiteConfig settings(int cacheKib) {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(JournalMode.WAL);
    settings.setSynchronous(SynchronousMode.FULL);
    settings.setTransactionMode(TransactionMode.IMMEDIATE);
    settings.setTempStore(TempStore.MEMORY);
    settings.setBusyTimeout(BUSY_MILLIS);
    settings.setCacheSize(-cacheKib);
    settings.enforceForeignKeys(true);
    settings.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    settings.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
    return settings;
  }
}
