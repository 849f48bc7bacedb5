package kith.relay.log.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import kith.relay.log.CannotOpen;
import kith.relay.log.Upkeep;
import kith.relay.log.sql.Session;
import kith.relay.log.sql.Skipped;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Puts a backup into a data folder that has no store yet.
public final class Restore {
  private Restore() {}

  /// Checks `backup`, then copies it; a store that is there is never replaced.
  public static Upkeep into(Path dataFolder, Path backup) {
    return into(dataFolder, backup, Clock.systemUTC());
  }

  static Upkeep into(Path dataFolder, Path backup, Clock clock) {
    if (!Files.isRegularFile(backup)) {
      return new Upkeep.Refused("There is no backup file %s.".formatted(backup));
    }
    try (DataFolder folder = DataFolder.take(dataFolder.toAbsolutePath())) {
      if (Files.exists(folder.database())) {
        return new Upkeep.Refused(
            ("There is a store in %s already and it is not replaced; move it away, or name another"
                    + " folder.")
                .formatted(dataFolder));
      }
      return copy(backup, folder.database(), clock);
    } catch (CannotOpen refused) {
      return new Upkeep.Refused(String.valueOf(refused.getMessage()));
    } catch (IOException | SQLException failure) {
      return new Upkeep.Refused(
          "%s could not be restored (%s); the folder is as it was."
              .formatted(backup, reason(failure)));
    }
  }

  /// SQLite's own words for a file that is no database, or part of one, help nobody.
  private static String reason(Exception failure) {
    boolean broken =
        failure instanceof SQLiteException told
            && (told.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                || told.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT);
    return broken ? "it is not a whole backup of Kith" : String.valueOf(failure.getMessage());
  }

  private static Upkeep copy(Path backup, Path database, Clock clock)
      throws IOException, SQLException {
    Path unfinished = database.resolveSibling(database.getFileName() + ".unfinished");
    Files.copy(backup, unfinished, StandardCopyOption.REPLACE_EXISTING);
    try {
      Upkeep.Done counted = check(unfinished, Backup.folderOf(database));
      skipEpochs(unfinished, clock);
      Backup.force(unfinished);
      Files.move(unfinished, database, StandardCopyOption.ATOMIC_MOVE);
      Backup.force(Backup.folderOf(database));
      return counted;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// Counters of votes that were given out after the backup must not be given out again.
  private static void skipEpochs(Path file, Clock clock) throws SQLException {
    try (Session copy = Connections.single(file)) {
      if (Checkup.has(copy, "kept")) {
        Skipped.note(copy, clock.millis());
      }
    }
  }

  private static Upkeep.Done check(Path file, Path folder) throws IOException, SQLException {
    try (Session copy = Connections.single(file)) {
      if (!Checkup.has(copy, "migrations") || !Checkup.has(copy, "entries")) {
        throw new SQLException("it is not a backup of Kith");
      }
      String broken = Checkup.integrity(copy);
      if (!broken.isEmpty()) {
        throw new SQLException("it is damaged: " + broken);
      }
      long bonds = Backup.number(copy, "SELECT count(*) FROM bonds");
      long entries = Backup.number(copy, "SELECT count(*) FROM entries");
      return new Upkeep.Done(folder, Files.size(file), bonds, entries);
    }
  }
}
