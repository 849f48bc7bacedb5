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

/// Whether a relay is as fast with many bonds in its store as with few: the same load on both, and
/// on as many bonds, which in the larger store are spread over all of it; in turn, each on a relay
/// of its own, so that what the machine does besides meets both alike.
final class Flatness {
  private static final double TAIL = 0.99;

  /// Rounds of both; each answer of all of them counts.
  private static final int ROUNDS = 4;

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
    return compared("SQLite", sqlite(bonds.getFirst()), sqlite(bonds.getLast()));
  }

  private At sqlite(int bonds) throws IOException, SQLException {
    Path at = Files.createDirectories(folder.resolve("sqlite-" + bonds));
    progress.begin("SQLite: making " + bonds + " bonds");
    SqliteFill.fill(at.resolve("data"), Cast.all(bonds, progress));
    progress.end();
    return new At(new Child.Place(at, null), bonds);
  }

  Found postgres(Embedded server, List<Integer> bonds) throws IOException, SQLException {
    At few = postgres(server, bonds.getFirst());
    return compared("PostgreSQL", few, postgres(server, bonds.getLast()));
  }

  private At postgres(Embedded server, int bonds) throws IOException, SQLException {
    Path at = Files.createDirectories(folder.resolve("postgres-" + bonds));
    String name = "kith_" + bonds;
    progress.begin("PostgreSQL: making " + bonds + " bonds");
    PostgresReplay.newDatabase(server.url("postgres"), name, "template1");
    PostgresFill.fill(server.url(name), Cast.all(bonds, progress));
    progress.end();
    return new At(new Child.Place(at, server.url(name)), bonds);
  }

  private Found compared(String store, At few, At many) throws IOException {
    int apart = many.bonds() / few.bonds();
    try (Child ofFew = Child.start(few.place(), List.of());
        Child ofMany = Child.start(many.place(), List.of());
        Exchanges onFew = new Exchanges(ofFew.port(), few.bonds(), Cast.ENTRIES);
        Exchanges onMany = new Exchanges(ofMany.port(), few.bonds(), apart, Cast.ENTRIES)) {
      progress.begin(store + ": warming up");
      onFew.full(warmUp);
      onMany.full(warmUp);
      progress.end();
      InTurn full = inTurn(store + ": full load", onFew, onMany, load -> load.full(seconds));
      double rate = full.few().perSecond() / 2;
      InTurn steady =
          inTurn(store + ": steady load", onFew, onMany, load -> load.steady(seconds, rate));
      return new Found(
          store,
          new Size(few.bonds(), full.few(), steady.few()),
          new Size(many.bonds(), full.many(), steady.many()));
    }
  }

  /// A store with so many bonds.
  private record At(Child.Place place, int bonds) {}

  /// What came of all rounds.
  private record InTurn(Exchanges.Phase few, Exchanges.Phase many) {
    InTurn and(Exchanges.Phase ofFew, Exchanges.Phase ofMany) {
      return new InTurn(few.and(ofFew), many.and(ofMany));
    }
  }

  @FunctionalInterface
  private interface Work {
    Exchanges.Phase on(Exchanges load) throws IOException;
  }

  private InTurn inTurn(String what, Exchanges onFew, Exchanges onMany, Work work)
      throws IOException {
    progress.begin(what);
    InTurn found = new InTurn(work.on(onFew), work.on(onMany));
    for (int round = 1; round < ROUNDS; round++) {
      progress.at((double) round / ROUNDS);
      // What the one leaves for the disk to do meets the other as often.
      boolean fewFirst = round % 2 == 0;
      Exchanges.Phase first = work.on(fewFirst ? onFew : onMany);
      Exchanges.Phase second = work.on(fewFirst ? onMany : onFew);
      found = fewFirst ? found.and(first, second) : found.and(second, first);
    }
    progress.end();
    return found;
  }
}
