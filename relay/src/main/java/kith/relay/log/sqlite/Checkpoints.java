package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kith.relay.log.LastResort;

/// Moves the log file (WAL) into the database file: in the background while there is work, by the
/// writer when the background falls behind, and whole when it is quiet.
final class Checkpoints implements Runnable {
  /// Operations after which the background thread works: about 4 MiB of log.
  private static final int BACKGROUND_AFTER = 500;

  /// Operations after which the writer helps, which bounds the log at about 25 MiB (measured).
  private static final int WRITER_AFTER = 3_000;

  private final Session own;
  private final LastResort lastResort;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Semaphore wanted = new Semaphore(0);
  private boolean dirty = true;

  Checkpoints(Session own, LastResort lastResort) {
    this.own = own;
    this.lastResort = lastResort;
  }

  /// After a commit of so many operations; called by the writer.
  void after(Session writer, int operations) throws SQLException {
    dirty = true;
    int now = waiting.addAndGet(operations);
    if (now >= WRITER_AFTER) {
      empty(writer);
    } else if (now >= BACKGROUND_AFTER && wanted.availablePermits() == 0) {
      wanted.release();
    }
  }

  /// Moves everything and cuts the log to nothing, unless a reader is in the way; by the writer.
  void empty(Session writer) throws SQLException {
    if (!dirty) {
      return;
    }
    dirty = !whole(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    waiting.set(0);
  }

  /// A full disk is no reason to stop: the log keeps what it has, and the next try may do better.
  private static boolean whole(Session session, String checkpoint) throws SQLException {
    try {
      return session
          .first(checkpoint, row -> row.getInt(1) == 0 && row.getInt(2) == row.getInt(3))
          .orElse(false);
    } catch (SQLException failure) {
      if (Failure.of(failure) != Failure.DISK_FULL) {
        throw failure;
      }
      return false;
    }
  }

  @Override
  public void run() {
    try {
      while (!closing.get()) {
        wanted.acquire();
        background();
      }
    } catch (SQLException failure) {
      lastResort.stop(Writer.DISK_FAILED, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void background() throws SQLException {
    if (closing.get()) {
      return;
    }
    int before = waiting.get();
    if (whole(own, "PRAGMA wal_checkpoint(PASSIVE)")) {
      waiting.addAndGet(-before);
    }
  }

  void close() {
    closing.set(true);
    wanted.release();
  }
}
