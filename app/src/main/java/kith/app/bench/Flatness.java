package kith.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import kith.relay.log.postgres.PostgresFill;
import kith.relay.log.postgres.PostgresReplay;
import kith.relay.log.sqlite.SqliteFill;
import org.jspecify.annotations.Nullable;

/// Whether a relay is as fast with many bonds in its store as with few: the same load on both, each
/// on a relay that has just started.
final class Flatness {
  private static final double TAIL = 0.99;

  private final Path folder;
  private final Progress progress;
  private final double warmUp;
  private final double seconds;

  /// Works in this folder; so many seconds to warm up, and so many for each measurement.
  Flatness(Path folder, Progress progress, double warmUp, double seconds) {
    this.folder = folder;
    this.progress = progress;
    this.warmUp = warmUp;
    this.seconds = seconds;
  }

  /// What was measured with so many bonds: all that goes, and a steady load.
  record Size(int bonds, Exchanges.Phase full, Exchanges.Phase steady) {
    double millis(double share) {
      return steady.times().millis(share);
    }
  }

  /// With few bonds and with many.
  record Found(String store, Size few, Size many) {
    double throughput() {
      return many.full().perSecond() / few.full().perSecond();
    }

    double middle() {
      return many.millis(0.5) / few.millis(0.5);
    }

    double tail() {
      return many.millis(TAIL) / few.millis(TAIL);
    }

    String json() {
      return String.format(
          Locale.ROOT,
          "\"%s\":{\"bonds\":[%d,%d],\"openings_per_second\":[%.0f,%.0f],"
              + "\"p50_ms\":[%.1f,%.1f],\"p99_ms\":[%.1f,%.1f],"
              + "\"throughput_ratio\":%.3f,\"p50_ratio\":%.3f,\"p99_ratio\":%.3f,\"failed\":%d}",
          store.equals("SQLite") ? "sqlite" : "postgres",
          few.bonds(),
          many.bonds(),
          few.full().perSecond(),
          many.full().perSecond(),
          few.millis(0.5),
          many.millis(0.5),
          few.millis(TAIL),
          many.millis(TAIL),
          throughput(),
          middle(),
          tail(),
          failed());
    }

    private int failed() {
      return few.full().failed()
          + few.steady().failed()
          + many.full().failed()
          + many.steady().failed();
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %,d | %,d | %.0f, %.0f | %.2f | %.1f, %.1f | %.2f | %.1f, %.1f | %.2f |%n",
          store,
          few.bonds(),
          many.bonds(),
          few.full().perSecond(),
          many.full().perSecond(),
          throughput(),
          few.millis(0.5),
          many.millis(0.5),
          middle(),
          few.millis(TAIL),
          many.millis(TAIL),
          tail());
    }
  }

  /// What [Found#row] makes a row of.
  static String table(List<Found> found) {
    StringBuilder rows = new StringBuilder();
    found.forEach(each -> rows.append(each.row()));
    return "| store | few bonds | many | openings/s | ratio | p50 ms | ratio | p99 ms | ratio |\n"
        + "|---|---|---|---|---|---|---|---|---|\n"
        + rows;
  }

  Found sqlite(List<Integer> bonds) throws IOException, SQLException {
    Size few = sqlite(bonds.getFirst(), null);
    return new Found("SQLite", few, sqlite(bonds.getLast(), few));
  }

  private Size sqlite(int bonds, @Nullable Size few) throws IOException, SQLException {
    Path at = Files.createDirectories(folder.resolve("sqlite-" + bonds));
    progress.begin("SQLite: making " + bonds + " bonds");
    SqliteFill.fill(at.resolve("data"), Cast.all(bonds, progress));
    progress.end();
    return measured(new Child.Place(at, null), bonds, few);
  }

  Found postgres(Embedded server, List<Integer> bonds) throws IOException, SQLException {
    Size few = postgres(server, bonds.getFirst(), null);
    return new Found("PostgreSQL", few, postgres(server, bonds.getLast(), few));
  }

  private Size postgres(Embedded server, int bonds, @Nullable Size few)
      throws IOException, SQLException {
    Path at = Files.createDirectories(folder.resolve("postgres-" + bonds));
    String name = "kith_" + bonds;
    progress.begin("PostgreSQL: making " + bonds + " bonds");
    PostgresReplay.newDatabase(server.url("postgres"), name, "template1");
    PostgresFill.fill(server.url(name), Cast.all(bonds, progress));
    progress.end();
    return measured(new Child.Place(at, server.url(name)), bonds, few);
  }

  private Size measured(Child.Place place, int bonds, @Nullable Size few) throws IOException {
    try (Child relay = Child.start(place, List.of());
        Exchanges load = new Exchanges(relay.port(), bonds, Cast.ENTRIES)) {
      progress.begin(bonds + " bonds: warming up");
      load.full(warmUp);
      progress.end();
      progress.begin(bonds + " bonds: full load");
      Exchanges.Phase full = load.full(seconds);
      progress.end();
      progress.begin(bonds + " bonds: steady load");
      double rate = (few == null ? full : few.full()).perSecond() / 2;
      Exchanges.Phase steady = load.steady(seconds, rate);
      progress.end();
      return new Size(bonds, full, steady);
    }
  }
}
