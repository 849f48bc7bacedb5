package kith.app.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// All that a run found, as JSON, as plain words, and as a table. `stores` by their names in JSON.
record Findings(
    Map<String, Measured> stores,
    Crowds.Found live,
    double startMillis,
    String commit,
    String machine,
    int bonds) {

  String json() {
    String each =
        stores.entrySet().stream()
            .map(store -> "\"%s\":%s,".formatted(store.getKey(), json(store.getValue())))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "{%s\"live\":{\"kib_per_stream\":%.1f,\"streams\":%d,\"relays\":%d},"
            + "\"start\":{\"ms_to_first_answer\":%.0f},"
            + "\"bonds\":%d,\"commit\":\"%s\",\"machine\":\"%s\"}",
        each,
        live.kibPerStream(),
        live.streams(),
        live.relays(),
        startMillis,
        bonds,
        commit,
        machine);
  }

  private static String json(Measured it) {
    return String.format(
        Locale.ROOT,
        "{\"ratio_to_raw\":%.3f,\"openings_per_second\":%.0f,\"p99_ms_half_load\":%.1f,"
            + "\"rows_per_second\":%.0f,\"raw_rows_per_second\":%.0f,\"rows_per_group\":%.1f,"
            + "\"p50_ms_full_load\":%.1f,\"p99_ms_full_load\":%.1f,\"p999_ms_full_load\":%.1f,"
            + "\"p50_ms_half_load\":%.1f,\"p999_ms_half_load\":%.1f,\"failed\":%d}",
        it.ratio(),
        it.full().perSecond(),
        it.half().times().millis(0.99),
        it.rowsPerSecond(),
        it.rawRowsPerSecond(),
        it.rowsPerGroup(),
        it.full().times().millis(0.5),
        it.full().times().millis(0.99),
        it.full().times().millis(0.999),
        it.half().times().millis(0.5),
        it.half().times().millis(0.999),
        it.full().failed() + it.half().failed());
  }

  String plain() {
    String each =
        stores.entrySet().stream()
            .map(store -> plain(name(store.getKey()), store.getValue()))
            .collect(Collectors.joining());
    return each
        + String.format(
            Locale.ROOT,
            "%d idle live streams, in %d relays, take %.1f KiB of memory each.%n"
                + "From start to the first answer: %.0f ms.%nCommit %s, on %s; %d bonds.%n",
            live.streams(),
            live.relays(),
            live.kibPerStream(),
            startMillis,
            commit,
            machine,
            bonds);
  }

  private static String plain(String name, Measured it) {
    return String.format(
        Locale.ROOT,
        "%s: %.0f openings a second, %.0f rows a second made durable,%n"
            + "  which is %.0f %% of what the store does with the same statements alone (%.0f).%n"
            + "  An answer takes %.1f ms (half of them), %.1f (99 of 100), %.1f (999 of 1000);%n"
            + "  at half that load %.1f, %.1f and %.1f ms.%n",
        name,
        it.full().perSecond(),
        it.rowsPerSecond(),
        100 * it.ratio(),
        it.rawRowsPerSecond(),
        it.full().times().millis(0.5),
        it.full().times().millis(0.99),
        it.full().times().millis(0.999),
        it.half().times().millis(0.5),
        it.half().times().millis(0.99),
        it.half().times().millis(0.999));
  }

  String table() {
    String rows =
        stores.entrySet().stream()
            .map(store -> row(name(store.getKey()), store.getValue()))
            .collect(Collectors.joining());
    return "| store | openings/s | durable rows/s | the store alone | share "
        + "| full load p50 / p99 / p99.9 ms | half load p50 / p99 / p99.9 ms |\n"
        + "|---|---|---|---|---|---|---|\n"
        + rows
        + String.format(
            Locale.ROOT,
            "%n%d idle live streams in %d relays: %.1f KiB of resident memory each."
                + " Start to first answer: %.0f ms."
                + " %d bonds. Commit %s, on %s.%n",
            live.streams(),
            live.relays(),
            live.kibPerStream(),
            startMillis,
            bonds,
            commit,
            machine);
  }

  private static String row(String name, Measured it) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.0f %% | %.1f / %.1f / %.1f | %.1f / %.1f / %.1f |%n",
        name,
        it.full().perSecond(),
        it.rowsPerSecond(),
        it.rawRowsPerSecond(),
        100 * it.ratio(),
        it.full().times().millis(0.5),
        it.full().times().millis(0.99),
        it.full().times().millis(0.999),
        it.half().times().millis(0.5),
        it.half().times().millis(0.99),
        it.half().times().millis(0.999));
  }

  private static String name(String key) {
    return key.equals("sqlite") ? "SQLite" : "PostgreSQL";
  }
}
