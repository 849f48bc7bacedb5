package kith.lab.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;

/// The runs that are done, in `runs.csv` of a folder: an experiment that was broken off goes on
/// where it stopped. Each line is `key|figures;`, and a key names all that the figures hang on.
final class Kept {
  private static final String SEPARATOR = "|";
  private static final String END = ";";

  private final Optional<Path> file;
  private final Map<String, String> done = new ConcurrentHashMap<>();

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
    done.put(line.substring(0, at), line.substring(at + 1, line.length() - 1));
  }

  /// The figures under that key, as they were kept.
  Optional<String> find(String key) {
    return Optional.ofNullable(done.get(key));
  }

  /// Keeps figures, in one line.
  synchronized void keep(String key, String figures) {
    done.put(key, figures);
    file.ifPresent(path -> append(path, key + SEPARATOR + figures + END + "\n"));
  }

  /// All parameter values in one number, so that a run with others is not taken for this one.
  static String fingerprint(Settings settings) {
    long hash = 17;
    for (Parameter parameter : Parameter.values()) {
      hash = hash * 1_000_003 + Double.doubleToLongBits(settings.of(parameter));
    }
    return Long.toHexString(hash);
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
