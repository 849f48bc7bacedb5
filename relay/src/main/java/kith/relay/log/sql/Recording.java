package kith.relay.log.sql;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /// What one session asked: statements and values, in order.
  static final class Tape {
    private final List<Object[]> notes = new ArrayList<>();
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

  /// Writes the file, once the sessions are closed.
  public synchronized void save() {
    if (file == null) {
      return;
    }
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(tapes.size());
      for (Tape tape : tapes) {
        out.writeLong(tape.ended - tape.begun);
        out.writeInt(tape.notes.size());
        for (Object[] note : tape.notes) {
          out.writeUTF((String) note[0]);
          Values.write(out, (Object[]) note[1]);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
