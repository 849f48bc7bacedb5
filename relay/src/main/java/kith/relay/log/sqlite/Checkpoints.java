package kith.relay.log.sqlite;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import kith.relay.log.LastResort;
import kith.relay.log.sql.Session;

/// Moves the log file (WAL) into the database file: in the background while there is work, by the
/// writer when the background falls behind, and whole when it is quiet.
final class Checkpoints implements Runnable {
  /// What the pages around a row cost in the log besides its own bytes: two index pages and a few
  /// more, of 4 KiB each, shared by a group or not.
  static final int ROW_BYTES = 16 * 1024;

  /// Bytes of log after which the background thread works: SQLite's own choice is 4 MiB.
  private static final long BACKGROUND_AFTER = 4L << 20;

  /// Bytes of log after which the writer helps, which bounds the log.
  private static final long WRITER_AFTER = 24L << 20;

  private final Session own;
  private final LastResort lastResort;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Semaphore wanted = new Semaphore(0);
  private boolean dirty = true;

  Checkpoints(Session own, LastResort lastResort) {
    this.own = own;
    this.lastResort = lastResort;
  }

  /// After a commit that brought so many bytes; called by the writer.
  void after(Session writer, long bytes) throws SQLException {
    dirty = true;
    long now = waiting.addAndGet(bytes);
    if (now >= WRITER_AFTER) {
      empty(writer);
    } else if (now >= BACKGROUND_AFTER && wanted.availablePermits() == 0) {
      wanted.release();
    }
  }

  /// After a commit on a full disk, where the log must not grow: what it holds is moved at once, in
  /// the background, and it is not cut, so that the next commit finds its room there.
  void again(Session writer, long bytes) throws SQLException {
    dirty = true;
    if (waiting.addAndGet(bytes) >= BACKGROUND_AFTER) {
      empty(writer);
    } else if (wanted.availablePermits() == 0) {
      wanted.release();
    }
  }

  /// Moves everything and cuts the log to nothing, unless a reader is in the way; by the writer.
  void empty(Session writer) throws SQLException {
    if (!dirty) {
      return;
    }
    dirty = !withoutWaiting(writer);
    waiting.set(0);
  }

  /// A reader, such as a backup, may stand in the way for minutes: people do not wait for it.
  private static boolean withoutWaiting(Session writer) throws SQLException {
    writer.script("PRAGMA busy_timeout = 0");
    try {
      return whole(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      writer.script("PRAGMA busy_timeout = " + Connections.BUSY_MILLIS);
    }
  }

  /// A full or busy disk is no reason to stop: the log keeps what it has; the next try may do
  /// better.
  private static boolean whole(Session session, String checkpoint) throws SQLException {
    try {
      return session
          .first(checkpoint, row -> row.getInt(1) == 0 && row.getInt(2) == row.getInt(3))
          .orElse(false);
    } catch (SQLException failure) {
      session.discard();
      return switch (Failure.of(failure)) {
        case DISK_FULL, BUSY -> false;
        case OF_THE_OPERATION, OF_THE_WORLD -> throw failure;
      };
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
    long before = waiting.get();
    if (whole(own, "PRAGMA wal_checkpoint(PASSIVE)")) {
      waiting.addAndGet(-before);
    }
  }

  void close() {
    closing.set(true);
    wanted.release();
  }
}
