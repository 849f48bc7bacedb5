package kith.lab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kith.lab.dice.Dice;
import kith.relay.log.RelayLog;
import kith.relay.log.sqlite.SqliteLog;

/// The relay's store in files, with the threads that write and read them, as on a real machine.
final class OnFiles implements Host.Storage {
  private final Path folder;

  OnFiles() {
    try {
      folder = Files.createTempDirectory("kith-world");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /// A world over it.
  static Parts parts() {
    return new Parts() {
      @Override
      Host host(WorldTime time, Dice dice) {
        return new Host(time, dice, new OnFiles());
      }
    };
  }

  @Override
  public RelayLog open(Clock clock) {
    return SqliteLog.open(
        folder,
        clock,
        (why, cause) -> {
          throw new IllegalStateException(why, cause);
        });
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.delete(file);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
