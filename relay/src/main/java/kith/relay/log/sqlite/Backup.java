package kith.relay.log.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kith.relay.log.Progress;
import kith.relay.log.Upkeep;
import kith.relay.log.sql.Session;

/// Copies a store, also while a relay is using it, into one file: the state of one moment, checked
/// before it gets its name.
///
/// `VACUUM INTO` (sqlite.org/lang_vacuum.html) reads in one transaction and writes live rows only,
/// so that nothing erased goes along; what must never outlive its day is left out.
public final class Backup {
  /// Tables that a backup must not hold: who wanted what until the next tick (docs/protocol.md).
  static final List<String> LEFT_OUT = List.of("votes");

  private static final long LOOK_MILLIS = 100;

  private Backup() {}

  /// Copies the store in `dataFolder` to the new file `target`; an existing one is never replaced.
  public static Upkeep make(Path dataFolder, Path target, Progress progress) {
    Path database = DataFolder.database(dataFolder);
    if (!Files.isRegularFile(database)) {
      return new Upkeep.Refused(
          "There is no store in %s (no file %s); name the folder that `kith serve --data` uses."
              .formatted(dataFolder, database.getFileName()));
    }
    if (Files.exists(target)) {
      return new Upkeep.Refused(
          "%s is there already and is not replaced; name another file.".formatted(target));
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      return copy(database, unfinished, target, progress);
    } catch (IOException | SQLException failure) {
      return new Upkeep.Refused(
          ("The backup could not be made (%s); nothing was kept."
                  + " Is there room, and the right to write in %s?")
              .formatted(failure.getMessage(), folderOf(target)));
    } finally {
      remove(unfinished);
    }
  }

  private static Upkeep copy(Path database, Path unfinished, Path target, Progress progress)
      throws IOException, SQLException {
    // VACUUM INTO counts as writing, although it takes no lock of a writer.
    try (Session source = new Connections(database).writer()) {
      create(unfinished);
      watched(source, unfinished, progress);
    }
    Upkeep.Done counted = finish(unfinished, target);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    force(folderOf(target));
    return counted;
  }

  /// For its owner only, before the first byte is in it.
  private static void create(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private static void watched(Session source, Path unfinished, Progress progress)
      throws SQLException {
    long all = number(source, "PRAGMA page_count") * number(source, "PRAGMA page_size");
    CountDownLatch copied = new CountDownLatch(1);
    Thread watch = Thread.ofVirtual().start(() -> watch(copied, unfinished, all, progress));
    try {
      source.script("VACUUM INTO '" + unfinished.toString().replace("'", "''") + "'");
    } finally {
      copied.countDown();
      join(watch);
    }
    progress.at(all, all);
  }

  private static void watch(CountDownLatch copied, Path file, long all, Progress progress) {
    try {
      while (!copied.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.at(Math.min(Files.size(file), all), all);
      }
    } catch (IOException notThereYet) {
      progress.at(0, all);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes out what must not be kept, checks the copy, and makes it durable.
  private static Upkeep.Done finish(Path unfinished, Path target) throws IOException, SQLException {
    Upkeep.Done counted;
    try (Session copy = Connections.single(unfinished)) {
      for (String table : LEFT_OUT) {
        if (Checkup.has(copy, table)) {
          copy.script("DELETE FROM " + table);
        }
      }
      copy.script("VACUUM");
      String broken = Checkup.integrity(copy);
      if (!broken.isEmpty()) {
        throw new SQLException("the store is damaged: " + broken);
      }
      long bonds = number(copy, "SELECT count(*) FROM bonds");
      long entries = number(copy, "SELECT count(*) FROM entries");
      counted = new Upkeep.Done(target, Files.size(unfinished), bonds, entries);
    }
    force(unfinished);
    return counted;
  }

  /// The folder that a file is or will be in.
  static Path folderOf(Path file) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    return folder == null ? whole : folder;
  }

  static long number(Session session, String sql) throws SQLException {
    return session.first(sql, row -> row.getLong(1)).orElse(0L);
  }

  /// Makes a file, or the names in a folder, durable.
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void remove(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException leftForTheOperator) {
      // It has a name that says what it is.
    }
  }
}
