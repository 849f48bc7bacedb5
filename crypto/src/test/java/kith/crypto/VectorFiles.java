package kith.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Finds and reads the files that Java and TypeScript must both pass.
public final class VectorFiles {

  /// The repository's own vectors, seen from this module.
  static final Path OWN = Path.of("..", "vectors");

  private static final ObjectMapper JSON = new ObjectMapper();

  private VectorFiles() {}

  public static JsonNode own(String name) {
    return read(OWN.resolve(name));
  }

  public static List<JsonNode> ownIn(String folder) {
    return in(OWN.resolve(folder)).toList();
  }

  /// The files of a folder and of the folders in it.
  static List<JsonNode> ownUnder(String folder) {
    return under(OWN.resolve(folder)).toList();
  }

  static Stream<JsonNode> under(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> folders = inside.filter(Files::isDirectory).sorted().toList();
      return Stream.concat(in(folder), folders.stream().flatMap(VectorFiles::in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Stream<JsonNode> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(VectorFiles::read)
          .toList()
          .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Vectors of others: read when present, named in a printed line when not.
  public static Optional<JsonNode> shared(String name) {
    String folder =
        Objects.requireNonNullElse(System.getenv("KITH_SHARED_VECTORS"), "../../shared/vectors");
    Path file = Path.of(folder).resolve(name);
    if (Files.exists(file)) {
      return Optional.of(read(file));
    }
    System.out.println("not read, since it is not here: vectors/" + name);
    return Optional.empty();
  }

  static JsonNode read(Path file) {
    return JSON.readTree(file);
  }

  static void write(Path file, JsonNode content) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
