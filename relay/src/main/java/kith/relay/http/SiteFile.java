package kith.relay.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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
      // Java's file system over a jar would do, but takes longer to begin than the files to read.
      return index.openConnection() instanceof JarURLConnection connection
          ? packed(connection, prefix)
          : read(parent(Path.of(index.toURI())));
    } catch (IOException cannotRead) {
      throw new UncheckedIOException("the app's files cannot be read", cannotRead);
    } catch (URISyntaxException odd) {
      throw new IllegalStateException("the class path has an odd name", odd);
    }
  }

  private static Map<String, SiteFile> packed(JarURLConnection connection, String prefix)
      throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
          try (InputStream file = jar.getInputStream(entry)) {
            found.put("/" + entry.getName().substring(prefix.length()), file.readAllBytes());
          }
        }
      }
    }
    return withPacked(found);
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
    return withPacked(found);
  }

  private static Map<String, SiteFile> withPacked(Map<String, byte[]> found) {
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
