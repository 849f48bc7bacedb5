package kith.relay.log.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Several statements that go to the server together, so that the way there and back is paid once
/// for all of them. For PostgreSQL, whose driver sends at once what semicolons part. Each statement
/// still sees what those before it did, and after one that fails none is run.
public final class Trip {
  /// Takes the rows of one statement.
  @FunctionalInterface
  interface Reader {
    void read(ResultSet rows) throws SQLException;
  }

  private static final Reader NOTHING = _ -> {};

  private static final String BETWEEN = ";\n";

  private final List<String> statements = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /// Adds a statement whose rows, if it gives any, nobody looks at.
  public Trip run(String sql, @Nullable Object... bound) {
    return add(sql, NOTHING, bound);
  }

  /// Adds a question; each row of its answer goes to `into`.
  public <T> Trip all(String sql, Session.Row<T> row, Consumer<T> into, @Nullable Object... bound) {
    return add(
        sql,
        rows -> {
          while (rows.next()) {
            into.accept(row.read(rows));
          }
        },
        bound);
  }

  private Trip add(String sql, Reader reader, @Nullable Object... bound) {
    statements.add(sql.strip());
    readers.add(reader);
    Collections.addAll(values, bound);
    return this;
  }

  /// Ends the transaction with this trip: nothing is kept if a statement before it fails.
  public Trip commit() {
    return statements.isEmpty() ? this : add("COMMIT", NOTHING);
  }

  /// Goes, if there is anything to go for.
  public void go(Session session) throws SQLException {
    if (!statements.isEmpty()) {
      session.together(String.join(BETWEEN, statements), readers, values.toArray());
    }
  }

  /// How many statements went together as this text.
  static int statements(String sql) {
    return sql.split(BETWEEN, -1).length;
  }
}
