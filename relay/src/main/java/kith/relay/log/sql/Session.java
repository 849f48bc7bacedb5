package kith.relay.log.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection with its prepared statements. Used by one thread at a time.
public final class Session implements AutoCloseable {
  /// Makes a value of the row that the result stands on.
  @FunctionalInterface
  public interface Row<T> {
    /// Reads it.
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private final Recording.@Nullable Tape tape;

  /// On a connection that it then owns.
  public Session(Connection connection) {
    this(connection, null);
  }

  Session(Connection connection, Recording.@Nullable Tape tape) {
    this.connection = connection;
    this.tape = tape;
  }

  /// Commits what was done since the last commit, on a connection that does not do so by itself.
  public void commit() throws SQLException {
    connection.commit();
    if (tape != null) {
      tape.note(Recording.COMMIT);
    }
  }

  /// What was recorded once more, one statement or a trip; how many rows it changed.
  int again(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = bound(sql, values);
    boolean rows = statement.execute();
    int changed = 0;
    for (int left = Trip.statements(sql); left > 0; left--) {
      if (rows) {
        drain(statement);
      } else {
        changed += statement.getUpdateCount();
      }
      rows = left > 1 && statement.getMoreResults();
    }
    return changed;
  }

  private static void drain(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.getResultSet()) {
      while (result.next()) {
        // Taken in and not looked at.
      }
    }
  }

  /// Runs the statements of a trip; the rows of each go to its reader.
  void together(String sql, List<Trip.Reader> readers, @Nullable Object... values)
      throws SQLException {
    PreparedStatement statement = bound(sql, values);
    boolean rows = statement.execute();
    for (Trip.Reader reader : readers) {
      if (rows) {
        try (ResultSet result = statement.getResultSet()) {
          reader.read(result);
        }
      }
      rows = statement.getMoreResults();
    }
  }

  /// Runs a statement that gives no rows; the number of rows it changed.
  public int run(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  /// Lets go of all prepared statements: after an error the driver closes the one that failed.
  public void discard() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  /// Runs a statement outside the prepared ones: schema and pragmas.
  public void script(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first row, if there is one.
  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      return result.next() ? Optional.of(row.read(result)) : Optional.empty();
    }
  }

  /// Every row; for questions whose answers are few.
  public <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = bound(sql, values).executeQuery()) {
      while (result.next()) {
        rows.add(row.read(result));
      }
    }
    return rows;
  }

  /// The rows, up to `bytes` of what `size` counts and at most `count`; one row more is looked at.
  <T> Rows<T> rows(String sql, Row<T> row, Bound<T> bound, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    long bytes = 0;
    try (ResultSet result = bound(sql, values).executeQuery()) {
      while (result.next()) {
        if (rows.size() >= bound.count() || bytes >= bound.bytes()) {
          return new Rows<>(rows, true);
        }
        T value = row.read(result);
        bytes += bound.size().of(value);
        rows.add(value);
      }
    }
    return new Rows<>(rows, false);
  }

  /// How much to read at once.
  record Bound<T>(int count, long bytes, Size<T> size) {}

  /// How many bytes a value counts for.
  @FunctionalInterface
  interface Size<T> {
    long of(T value);
  }

  /// What was read, and whether there was more.
  record Rows<T>(List<T> values, boolean more) {}

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    if (tape != null) {
      tape.note(sql, values);
    }
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    // Not a switch over types: the first one of a process takes long, and this one is run often.
    if (value instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else if (value instanceof Long number) {
      statement.setLong(at, number);
    } else if (value instanceof Integer number) {
      statement.setInt(at, number);
    } else if (value instanceof String text) {
      statement.setString(at, text);
    } else if (value == null) {
      statement.setNull(at, java.sql.Types.NULL);
    } else if (value.getClass().isArray()) {
      statement.setObject(at, value);
    } else {
      throw new IllegalArgumentException("cannot bind " + value.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    discard();
    connection.close();
  }
}
