package kith.lab.dyad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// `parameters.txt`, read once: `name|unit|prior|least|most|strength|meaning|source`.
final class ParameterTable {
  private static final Map<Parameter, Parameter.Row> ROWS = Collections.unmodifiableMap(read());

  private ParameterTable() {}

  static Parameter.Row of(Parameter parameter) {
    Parameter.Row row = ROWS.get(parameter);
    if (row == null) {
      throw new IllegalStateException(parameter + " is missing in parameters.txt");
    }
    return row;
  }

  private static Map<Parameter, Parameter.Row> read() {
    Map<Parameter, Parameter.Row> rows = new EnumMap<>(Parameter.class);
    text("parameters.txt")
        .lines()
        .skip(1)
        .map(line -> line.split("[|]", -1))
        .forEach(cells -> rows.put(Parameter.valueOf(cells[0]), row(cells)));
    return rows;
  }

  private static Parameter.Row row(String[] cells) {
    return new Parameter.Row(
        cells[1],
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        cells[5],
        cells[6],
        cells[7]);
  }

  static String text(String name) {
    try (InputStream file = ParameterTable.class.getResourceAsStream(name)) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
