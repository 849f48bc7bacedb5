package kith.relay.log.sql;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For `kith bench` only: keeps what the writing sessions of a run ask of the database, so that the
/// same statements can be played again without anything around them. Off unless the process was
/// started with the system property `kith.bench.recording`, a file's path.
public final class Recording {
  /// From the first commit until recording begins: the process has warmed up by then.
  static final long WARM_UP_NANOS = Long.getLong("kith.bench.warm-up", 3_000) * 1_000_000L;

  /// How long it records: a few thousand groups, which fit in memory.
  static final long RECORD_NANOS = Long.getLong("kith.bench.record", 3_000) * 1_000_000L;

  static final String COMMIT = "COMMIT";

  private final @Nullable Path file;
  private final List<Tape> tapes = new ArrayList<>();

  private Recording(@Nullable Path file) {
    this.file = file;
  }

  /// As the process was started.
  public static Recording asStarted() {
    String file = System.getProperty("kith.bench.recording");
    return new Recording(file == null ? null : Path.of(file));
  }

  /// What one transaction asked, and when it was committed.
  private record Group(long committed, List<Object[]> notes) {}

  /// What one session asked: statements and values, in order.
  static final class Tape {
    private final List<Group> groups = new ArrayList<>();
    private List<Object[]> notes = new ArrayList<>();
    private long firstCommit;
    private long begun;
    private long ended;
    private boolean on;

    void note(String sql, @Nullable Object... values) {
      if (on && !sql.startsWith("PRAGMA")) {
        notes.add(new Object[] {sql, values});
      }
      if (sql.equals(COMMIT)) {
        committed(System.nanoTime());
      }
    }

    private void committed(long now) {
      if (firstCommit == 0) {
        firstCommit = now;
      }
      if (on) {
        groups.add(new Group(now, notes));
        notes = new ArrayList<>();
        ended = now;
        on = now - begun < RECORD_NANOS;
      } else if (begun == 0 && now - firstCommit >= WARM_UP_NANOS) {
        begun = now;
        on = true;
      }
    }
  }

  /// A tape for one more session; none when nothing is recorded.
  synchronized @Nullable Tape tape() {
    if (file == null) {
      return null;
    }
    Tape tape = new Tape();
    tapes.add(tape);
    return tape;
  }

  /// A session that is recorded, if anything is.
  public Session session(java.sql.Connection connection) {
    return new Session(connection, tape());
  }

  /// Writes the file, once the sessions are closed: the groups of all, in the order of their
  /// commits, which is an order in which one session could have done all of it.
  public synchronized void save() {
    if (file == null) {
      return;
    }
    List<Tape> used = tapes.stream().filter(tape -> tape.begun != 0).toList();
    List<Object[]> notes =
        used.stream()
            .flatMap(tape -> tape.groups.stream())
            .sorted(Comparator.comparingLong(Group::committed))
            .flatMap(group -> group.notes().stream())
            .toList();
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(nanos(used));
      out.writeInt(notes.size());
      for (Object[] note : notes) {
        out.writeUTF((String) note[0]);
        Values.write(out, (Object[]) note[1]);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// From the first beginning to the last end.
  private static long nanos(List<Tape> used) {
    long begun = used.stream().mapToLong(tape -> tape.begun).min().orElse(0);
    return used.stream().mapToLong(tape -> tape.ended).max().orElse(0) - begun;
  }
}
