package kith.relay.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One file of the app: its bytes, and the same compressed where the build made that.
final class SiteFile {
  private static final String PACKED = ".gz";

  private final byte[] plain;
  private final byte[] gzip;

  private SiteFile(byte[] plain, byte[] gzip) {
    this.plain = plain;
    this.gzip = gzip;
  }

  byte[] plain() {
    return plain;
  }

  Optional<byte[]> gzip() {
    return gzip.length == 0 ? Optional.empty() : Optional.of(gzip);
  }

  /// All files below a class-path prefix such as `kith/web/site/`, by path from `/`; none when the
  /// app is not on the class path.
  static Map<String, SiteFile> below(String prefix) {
    URL index = SiteFile.class.getClassLoader().getResource(prefix + "index.html");
    if (index == null) {
      return Map.of();
    }
    try {
      URI uri = index.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(parent(Path.of(uri)));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath(prefix));
      }
    } catch (IOException cannotRead) {
      throw new UncheckedIOException("the app's files cannot be read", cannotRead);
    } catch (URISyntaxException odd) {
      throw new IllegalStateException("the class path has an odd name", odd);
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static Map<String, SiteFile> read(Path root) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        found.put(name(root, path), Files.readAllBytes(path));
      }
    }
    Map<String, SiteFile> files = new HashMap<>();
    for (String name : List.copyOf(found.keySet())) {
      byte[] plain = found.get(name);
      if (plain != null && !name.endsWith(PACKED)) {
        files.put(name, new SiteFile(plain, found.getOrDefault(name + PACKED, new byte[0])));
      }
    }
    return Map.copyOf(files);
  }

  private static String name(Path root, Path path) {
    return "/" + root.relativize(path).toString().replace('\\', '/');
  }
}
