package kith.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder that only its owner can read: one file a box, written beside and then put in place.
public final class FolderStore implements Store {

  private static final String ENDING = ".box";

  private final Path folder;

  /// Makes the folder where there is none.
  public FolderStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      owned(folder, "rwx------");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void owned(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  @Override
  public Optional<byte[]> read(String name) {
    Path file = folder.resolve(name + ENDING);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void write(String name, byte[] content) {
    Path beside = folder.resolve(name + ".new");
    try {
      Files.write(beside, content);
      owned(beside, "rw-------");
      force(beside);
      Files.move(
          beside,
          folder.resolve(name + ENDING),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      force(folder);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
