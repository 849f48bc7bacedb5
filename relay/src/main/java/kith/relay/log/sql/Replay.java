package kith.relay.log.sql;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plays a recording again: the same statements with the same values in the same groups, in a plain
/// loop.
public final class Replay {
  private static final class Note {
    private final String sql;
    private final @Nullable Object[] values;

    Note(String sql, @Nullable Object[] values) {
      this.sql = sql;
      this.values = values;
    }

    long bytes() {
      long bytes = 0;
      for (Object value : values) {
        bytes += value instanceof byte[] array ? array.length : 0;
      }
      return bytes;
    }
  }

  private record Track(long nanos, List<Note> notes) {}

  /// How long the run took for what was recorded, how long it took when played again, how many rows
  /// that changed, and in how many groups.
  public record Result(long runNanos, long playedNanos, long rows, long groups) {}

  /// What one thread plays on; closed afterwards.
  public interface Player extends AutoCloseable {
    /// The session.
    Session session();

    /// A group with so many bytes and operations is to be committed.
    void commit(long bytes, long operations) throws SQLException;

    @Override
    void close() throws SQLException;
  }

  /// Opens what a thread plays on.
  @FunctionalInterface
  public interface Opening {
    /// Opens it.
    Player open() throws SQLException;
  }

  private Replay() {}

  /// Plays the recording in this file.
  public static Result play(Path file, Opening opening) throws IOException, SQLException {
    Track track = read(file);
    try (Player player = opening.open()) {
      long begun = System.nanoTime();
      long[] counted = play(track, player);
      return new Result(track.nanos(), System.nanoTime() - begun, counted[0], counted[1]);
    }
  }

  private static Track read(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long nanos = in.readLong();
      int size = in.readInt();
      List<Note> notes = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        notes.add(new Note(in.readUTF(), Values.read(in)));
      }
      return new Track(nanos, notes);
    }
  }

  private static long[] play(Track track, Player player) throws SQLException {
    long rows = 0;
    long groups = 0;
    long bytes = 0;
    long operations = 0;
    for (Note note : track.notes()) {
      if (note.sql.equals(Recording.COMMIT)) {
        player.commit(bytes, operations);
        groups++;
        bytes = 0;
        operations = 0;
      } else {
        rows += player.session().again(note.sql, note.values);
        bytes += note.bytes();
        operations += note.sql.startsWith("SAVEPOINT") ? 1 : 0;
      }
    }
    return new long[] {rows, groups};
  }
}
