package kith.relay.log.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import kith.relay.log.CannotOpen;
import org.jspecify.annotations.Nullable;

/// The one folder of data, held for one process by a lock on a file in it.
final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Makes the folder if need be (for its owner only) and takes the lock.
  static DataFolder take(Path folder) {
    create(folder);
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new CannotOpen(
            "Another Kith is using the data folder %s; stop it, or give this one its own folder."
                .formatted(folder));
      }
      return new DataFolder(folder, channel);
    } catch (IOException cannotWrite) {
      throw notWritable(folder, cannotWrite);
    }
  }

  private static void create(Path folder) {
    try {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      if (Files.exists(folder) || !posix) {
        Files.createDirectories(folder);
        return;
      }
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(folder, ownerOnly);
    } catch (FileAlreadyExistsException aFile) {
      throw new CannotOpen(
          "The data folder %s is a file; name a folder instead.".formatted(folder), aFile);
    } catch (IOException cannotMake) {
      throw notWritable(folder, cannotMake);
    }
  }

  private static CannotOpen notWritable(Path folder, IOException cause) {
    return new CannotOpen(
        "The data folder %s cannot be written; give this user the right to it, or name another."
            .formatted(folder),
        cause);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException thisVeryProcess) {
      return null;
    }
  }

  /// The database file.
  Path database() {
    return database(folder);
  }

  /// The file that keeps room for safety verbs.
  Path reserve() {
    return folder.resolve("reserve");
  }

  /// The database file of a data folder, whether it is there or not.
  static Path database(Path folder) {
    return folder.resolve("kith.db");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException nothingLeftToDo) {
      // The lock goes with the process anyway.
    }
  }
}
