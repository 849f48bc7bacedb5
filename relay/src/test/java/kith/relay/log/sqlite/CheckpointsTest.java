package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kith.relay.log.LastResort;
import kith.relay.log.MovingClock;
import kith.relay.log.sql.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Emptying the log file while somebody reads for long, as a backup does.
final class CheckpointsTest {
  private static final LastResort FAIL =
      (why, cause) -> {
        throw new IllegalStateException(why, cause);
      };

  @Test
  void a_reader_that_stays_holds_up_nobody_who_writes(@TempDir Path folder) throws Exception {
    Connections connections = new Connections(folder.resolve("kith.db"));
    try (Session writer = connections.writer();
        Session second = connections.writer();
        Session backup = connections.reader()) {
      Schema.bring(writer, MovingClock.FIRST_DAY);
      Checkpoints checkpoints = new Checkpoints(second, FAIL);
      backup.script("BEGIN");
      assertThat(Backup.number(backup, "SELECT count(*) FROM bonds")).isZero();
      writer.script("INSERT INTO bonds (id, day, seat0) VALUES (zeroblob(16), 1, zeroblob(32))");
      long begun = System.nanoTime();
      checkpoints.after(writer, 1);
      checkpoints.empty(writer);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isLessThan(Duration.ofMillis(Connections.BUSY_MILLIS / 2));
      Path log = folder.resolve("kith.db-wal");
      assertThat(Files.size(log)).isPositive();
      backup.script("COMMIT");
      checkpoints.empty(writer);
      assertThat(Files.size(log)).as("tried again once the reader is gone").isZero();
    }
  }
}
