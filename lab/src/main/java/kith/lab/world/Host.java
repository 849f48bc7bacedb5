package kith.lab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kith.client.Network;
import kith.lab.dice.Dice;
import kith.relay.log.RelayLog;
import kith.relay.log.sqlite.SqliteLog;

/// The machine of a simulated relay: the real store and verbs, which can die and start again.
class Host implements AutoCloseable {
  /// A relay's clock that has jumped is believed after an hour of steady looks, half an hour apart
  /// (`kith.relay.log.TickTime`).
  private static final int LOOKS = 4;

  private static final long BETWEEN_LOOKS = 29 * WorldTime.MINUTE;

  private static final Path MEMORY = Path.of("/dev/shm");

  private final WorldTime time;
  private final Clock clock;
  private final Dice dice;
  private final Path folder;
  private final Spelling spelling = new Spelling();
  private RelayLog log;
  private Door door;

  Host(WorldTime time, Dice dice) {
    this.time = time;
    this.clock = time.clock();
    this.dice = dice;
    this.folder = folder();
    this.log = open();
    this.door = door();
  }

  /// In memory where the system has such a place: a year writes some thousand times, and the power
  /// cuts of the world do not reach this disk.
  private static Path folder() {
    try {
      return Files.isWritable(MEMORY)
          ? Files.createTempDirectory(MEMORY, "kith-world")
          : Files.createTempDirectory("kith-world");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private RelayLog open() {
    return SqliteLog.open(
        folder,
        clock,
        (why, cause) -> {
          throw new IllegalStateException(why, cause);
        });
  }

  private Door door() {
    return new Door(log, clock, dice, spelling);
  }

  /// The texts of what crosses the network.
  Spelling spelling() {
    return spelling;
  }

  Network.Reply answer(Network.Request request) {
    return door.answer(request);
  }

  void restart() {
    log.close();
    log = open();
    door = door();
  }

  /// Looks at the clock as a running relay does, until it believes it, and does what is due.
  void letTimePass() {
    for (int look = 0; look < LOOKS; look++) {
      boolean more = true;
      while (more) {
        more =
            log.passTime().join() instanceof kith.relay.log.Outcome.Done<Boolean>(Boolean due)
                && due;
      }
      time.reach(time.millis() + BETWEEN_LOOKS);
    }
  }

  @Override
  public void close() {
    log.close();
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
