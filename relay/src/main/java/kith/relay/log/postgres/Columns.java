package kith.relay.log.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Rows as arrays, one for each column: what `unnest` takes.
final class Columns<T> {
  private final List<T> rows;
  private final List<@Nullable Object> values = new ArrayList<>();

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  static <T> Columns<T> of(List<T> rows) {
    return new Columns<>(rows);
  }

  Columns<T> bytes(Function<T, byte @Nullable []> column) {
    values.add(rows.stream().map(column).toArray(byte[][]::new));
    return this;
  }

  Columns<T> numbers(ToLongFunction<T> column) {
    values.add(rows.stream().mapToLong(column).toArray());
    return this;
  }

  Columns<T> smallNumbers(ToIntFunction<T> column) {
    values.add(rows.stream().mapToInt(column).toArray());
    return this;
  }

  /// Small numbers, some of them absent.
  Columns<T> orNull(Function<T, @Nullable Integer> column) {
    values.add(rows.stream().map(column).toArray(Integer[]::new));
    return this;
  }

  /// One value for all rows.
  Columns<T> all(Object value) {
    values.add(value);
    return this;
  }

  @Nullable Object[] values() {
    return values.toArray();
  }
}
