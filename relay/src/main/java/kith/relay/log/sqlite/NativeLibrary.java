package kith.relay.log.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's own library, laid beside the program once. A process that does not find it there
/// unpacks it into a temporary folder at every start, compares it byte for byte and asks another
/// program about the machine, which takes longer than all else.
public final class NativeLibrary {
  /// The system property that names the folder (a setting of sqlite-jdbc).
  private static final String FOLDER = "org.sqlite.lib.path";

  /// Where sqlite-jdbc looks, at every start, for libraries that it unpacked and forgot.
  private static final String LEFT_OVER = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  /// When the library was laid, nothing is ever unpacked, so the shared temporary folder, where
  /// thousands of files may lie, need not be looked through.
  static void lookNowhereElse() {
    String folder = System.getProperty(FOLDER);
    if (folder != null && System.getProperty(LEFT_OVER) == null) {
      System.setProperty(LEFT_OVER, folder);
    }
  }

  /// Lays this machine's library in the folder that the process was started with; nothing when it
  /// was started without one. Empty when nothing was laid.
  public static Optional<Path> lay() throws IOException {
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      return Optional.empty();
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (library == null) {
        return Optional.empty();
      }
      Path there = Files.createDirectories(Path.of(folder)).resolve(name);
      Files.copy(library, there, StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(there);
    }
  }
}
