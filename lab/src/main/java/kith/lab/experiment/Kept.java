package kith.lab.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kith.lab.outcome.Figures;

/// The runs that are done, in `runs.csv` of a folder: an experiment that was broken off goes on
/// where it stopped. Each line is `key|figures`, and a key names all that the figures hang on.
final class Kept {
  private static final String SEPARATOR = "|";
  private static final String END = ";";

  private final Optional<Path> file;
  private final Map<String, Figures> done = new ConcurrentHashMap<>();

  /// @param folder nothing: nothing is kept
  Kept(Optional<Path> folder) {
    file = folder.map(one -> one.resolve("runs.csv"));
    file.filter(Files::exists).ifPresent(this::read);
  }

  private void read(Path path) {
    try {
      String text = Files.readString(path);
      text.lines().forEach(this::read);
      if (!text.endsWith("\n")) {
        Files.writeString(path, "\n", StandardOpenOption.APPEND);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /// A line that was cut off while it was written is run again.
  private void read(String line) {
    int at = line.indexOf(SEPARATOR);
    if (at <= 0 || !line.endsWith(END)) {
      return;
    }
    done.put(line.substring(0, at), Figures.read(line.substring(at + 1, line.length() - 1)));
  }

  Optional<Figures> find(String key) {
    return Optional.ofNullable(done.get(key));
  }

  synchronized Figures keep(String key, Figures figures) {
    done.put(key, figures);
    file.ifPresent(path -> append(path, key + SEPARATOR + figures.line() + END + "\n"));
    return figures;
  }

  private static void append(Path path, String line) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
