package kith.relay.log.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import kith.relay.log.CannotOpen;
import kith.relay.log.LastResort;
import kith.relay.log.RelayLog;
import kith.relay.log.sql.SqlLog;

/// The store in one SQLite file (WAL, synchronous FULL).
public final class SqliteLog {
  private SqliteLog() {}

  /// Opens, or makes, the store in a folder. Throws [CannotOpen] with a plain sentence.
  public static RelayLog open(Path folder, Clock clock, LastResort lastResort) {
    NativeLibrary.lookNowhereElse();
    DataFolder taken = DataFolder.take(folder.toAbsolutePath());
    try {
      return new SqlLog(clock, SqliteEngine.start(taken, clock, lastResort));
    } catch (SQLException failure) {
      taken.close();
      throw new CannotOpen(
          "The store in %s cannot be opened (%s); check the disk, or restore a backup."
              .formatted(folder, failure.getMessage()),
          failure);
    } catch (CannotOpen refused) {
      taken.close();
      throw refused;
    }
  }
}
