package kith.relay.log.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kith.relay.log.Finding;
import kith.relay.log.Progress;
import kith.relay.log.sql.Session;

/// Looks at a data folder and the store in it, also while a relay is using it. Changes nothing.
public final class Checkup {
  private static final String FOLDER = "data folder";
  private static final String DISK = "disk";
  private static final String STORE = "store";
  private static final String CHAIN = "order of entries";
  private static final String CLOCK = "clock";

  /// Below this, backups and the log file of a busy hour may not find room.
  private static final long LOOK_BYTES = 2L << 30;

  /// Below this, writing may be refused any moment.
  private static final long BAD_BYTES = 64L << 20;

  /// So many bonds are looked at in one query, so that a relay that is running is never held up.
  private static final long BONDS_AT_ONCE = 2_000;

  private static final int FORCED_WRITES = 21;

  /// Slower than this, a disk makes people wait: one forced write is in every answer.
  private static final Duration SLOW_WRITE = Duration.ofMillis(25);

  private final Path folder;
  private final int today;
  private final Progress progress;
  private final List<Finding> findings = new ArrayList<>();

  private Checkup(Path folder, int today, Progress progress) {
    this.folder = folder;
    this.today = today;
    this.progress = progress;
  }

  /// All that was found, on the relay's day `today`.
  public static List<Finding> of(Path folder, int today, Progress progress) {
    Checkup checkup = new Checkup(folder, today, progress);
    checkup.look();
    return List.copyOf(checkup.findings);
  }

  private void look() {
    Path database = DataFolder.database(folder);
    if (!Files.isDirectory(folder)) {
      add(
          Finding.look(
              FOLDER, "There is no folder %s yet; `kith serve` makes it.".formatted(folder)));
      return;
    }
    try {
      rights();
      disk();
    } catch (IOException failure) {
      add(Finding.bad(FOLDER, "%s cannot be used (%s).".formatted(folder, failure.getMessage())));
    }
    if (!Files.isRegularFile(database)) {
      add(
          Finding.look(
              STORE, "There is no store in %s yet; `kith serve` makes it.".formatted(folder)));
      return;
    }
    try (Session session = new Connections(database).reader()) {
      store(session);
    } catch (SQLException failure) {
      add(
          Finding.bad(
              STORE,
              "The store cannot be read (%s); restore the last backup (`kith restore`)."
                  .formatted(failure.getMessage())));
    }
  }

  private void add(Finding finding) {
    findings.add(finding);
  }

  private void rights() throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
    boolean others = rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
    add(
        others
            ? Finding.look(
                FOLDER,
                "Other users of this machine can look into %s; `chmod 700 %s` closes it."
                    .formatted(folder, folder))
            : Finding.good(FOLDER, "%s is open to its owner only.".formatted(folder)));
  }

  private void disk() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    String room = "%,d MiB are free.".formatted(free >> 20);
    if (free < BAD_BYTES) {
      add(Finding.bad(DISK, room + " Make room now: writing is about to be refused."));
    } else if (free < LOOK_BYTES) {
      add(Finding.look(DISK, room + " Make room soon; a backup may not fit."));
    } else {
      add(Finding.good(DISK, room));
    }
    Duration write = forcedWrite();
    String took = "A forced write takes %.2f ms.".formatted(write.toNanos() / 1e6);
    add(
        write.compareTo(SLOW_WRITE) > 0
            ? Finding.look(DISK, took + " People wait for it; a faster disk would help.")
            : Finding.good(DISK, took));
  }

  /// The median time of one small forced write.
  private Duration forcedWrite() throws IOException {
    Path file = Files.createTempFile(folder, "checkup", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long[] nanos = new long[FORCED_WRITES];
      for (int i = 0; i < nanos.length; i++) {
        long before = System.nanoTime();
        channel.write(ByteBuffer.wrap(new byte[] {1}));
        channel.force(false);
        nanos[i] = System.nanoTime() - before;
      }
      Arrays.sort(nanos);
      return Duration.ofNanos(nanos[nanos.length / 2]);
    } finally {
      Files.delete(file);
    }
  }

  private void store(Session session) throws SQLException {
    String broken = integrity(session);
    add(
        broken.isEmpty()
            ? Finding.good(
                STORE, "The file is whole (schema %d).".formatted(Schema.version(session)))
            : Finding.bad(
                STORE,
                ("The file is damaged (%s); stop the relay, keep a copy of the folder, and restore"
                        + " the last backup.")
                    .formatted(broken)));
    chains(session);
    clock(session);
  }

  /// Each bond's entries are 1, 2, 3 ... without gaps; an opening has both parts (the schema's own
  /// rule, checked with the file).
  private void chains(Session session) throws SQLException {
    long all = Backup.number(session, "SELECT coalesce(max(number), 0) FROM bonds");
    long broken = 0;
    long step = Math.max(1, Math.min(all, BONDS_AT_ONCE));
    for (long first = 1; first <= all; first += step) {
      broken +=
          session
              .first(
                  """
                  SELECT count(*) FROM (SELECT bond FROM entries WHERE bond BETWEEN ? AND ?
                    GROUP BY bond HAVING min(seq) <> 1 OR max(seq) <> count(*))
                  """,
                  row -> row.getLong(1),
                  first,
                  first + step - 1)
              .orElse(0L);
      progress.at(Math.min(first + step - 1, all), all);
    }
    add(
        broken == 0
            ? Finding.good(CHAIN, "The entries of every bond stand without gaps.")
            : Finding.bad(
                CHAIN,
                ("In %d bonds entries are missing; keep a copy of the folder and restore the last"
                        + " backup.")
                    .formatted(broken)));
  }

  private void clock(Session session) throws SQLException {
    long newest = Backup.number(session, "SELECT coalesce(max(day), 0) FROM bonds");
    newest =
        Math.max(newest, Backup.number(session, "SELECT coalesce(max(day), 0) FROM migrations"));
    add(
        newest > today
            ? Finding.bad(
                CLOCK,
                ("This machine's clock is %d days behind what the store has seen; set the clock"
                        + " (NTP) before serving.")
                    .formatted(newest - today))
            : Finding.good(CLOCK, "The clock is not behind the store."));
  }

  /// Empty when the file is whole, else what SQLite found first.
  static String integrity(Session session) throws SQLException {
    String said = session.first("PRAGMA integrity_check(1)", row -> row.getString(1)).orElse("");
    return "ok".equals(said) ? "" : said;
  }

  /// Whether there is such a table.
  static boolean has(Session session, String table) throws SQLException {
    return session
        .first(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'",
            row -> true)
        .orElse(false);
  }
}
