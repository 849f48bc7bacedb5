package kith.relay.log.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import kith.relay.log.LastResort;
import kith.relay.log.sql.Replay;
import kith.relay.log.sql.Session;

/// Plays a recording on a data folder as it was before the run, with the same driver, settings and
/// checkpoints, and nothing else around it.
public final class SqliteReplay implements Replay.Player {
  private final DataFolder folder;
  private final Session session;
  private final Session checkpointSession;
  private final Checkpoints checkpoints;
  private final Thread thread;

  private SqliteReplay(Path at) throws SQLException {
    folder = DataFolder.take(at.toAbsolutePath());
    Connections connections = new Connections(folder.database());
    LastResort lastResort =
        (why, cause) -> {
          throw new IllegalStateException(why, cause);
        };
    session = connections.writer();
    checkpointSession = connections.writer();
    checkpoints = new Checkpoints(checkpointSession, lastResort);
    thread = Thread.ofPlatform().daemon().start(checkpoints);
  }

  /// Plays it; the folder must be as it was before the run.
  public static Replay.Result play(Path folder, Path recording) throws IOException, SQLException {
    return Replay.play(recording, () -> new SqliteReplay(folder));
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void commit(long bytes, long operations) throws SQLException {
    session.run("COMMIT");
    checkpoints.after(session, bytes + operations * Checkpoints.ROW_BYTES);
  }

  @Override
  public void close() throws SQLException {
    checkpoints.close();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    checkpointSession.close();
    session.close();
    folder.close();
  }
}
