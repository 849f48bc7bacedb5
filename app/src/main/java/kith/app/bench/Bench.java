package kith.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kith.relay.log.RelayLog;
import kith.relay.log.postgres.PostgresLog;
import kith.relay.log.postgres.PostgresReplay;
import kith.relay.log.sql.Replay;
import kith.relay.log.sqlite.SqliteLog;
import kith.relay.log.sqlite.SqliteReplay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kith bench`: measures a relay on this machine.
@Command(
    name = "bench",
    description = "Measure a relay on this machine, next to what its store can do alone.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Bench implements Callable<Integer> {
  private static final int SHORT_SECONDS = 3;
  private static final int LONG_SECONDS = 15;

  /// How long the relay is at work before anything is measured: most of its code is compiled then.
  private static final int SHORT_WARM_UP_SECONDS = 6;

  private static final int LONG_WARM_UP_SECONDS = 15;

  private static final int MILLIS = 1_000;

  private static final int STREAMS = 20_000;

  /// Files that a relay and this process need besides their streams.
  private static final int OTHER_FILES = 200;

  private static final int STARTS = 3;

  @Option(names = "--short", description = "Under 50 seconds, for a first look.")
  private boolean brief;

  @Option(names = "--json", description = "One JSON object and nothing else.")
  private boolean json;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Also write the table into this page, between its two bench marks.")
  private @Nullable Path table;

  @Option(
      names = "--bonds",
      paramLabel = "N",
      defaultValue = "2001",
      description = "Bonds in the store before the run (default: ${DEFAULT-VALUE}).")
  private int bonds = 2001;

  @Option(
      names = "--store",
      paramLabel = "NAME",
      description = "Measure this store alone: sqlite or postgres. Leaves out streams and start.")
  private @Nullable String only;

  /// Runs; 0 when it measured.
  @Override
  public Integer call() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("kith-bench");
    try {
      Findings findings = run(folder, new Progress(System.err, !json));
      System.out.println(json ? findings.json() : findings.plain());
      if (table != null) {
        Page.write(table, findings.table());
      }
      return 0;
    } finally {
      delete(folder);
    }
  }

  private Findings run(Path folder, Progress progress) throws IOException, SQLException {
    Map<String, Measured> stores = new LinkedHashMap<>();
    if (wanted("sqlite")) {
      stores.put("sqlite", sqlite(Files.createDirectories(folder.resolve("sqlite")), progress));
    }
    if (!wanted("postgres")) {
      // Not asked for.
    } else if (Embedded.isThere()) {
      stores.put("postgres", postgres(Files.createDirectories(folder.resolve("pg")), progress));
    } else {
      System.err.println("PostgreSQL is not measured: its programs are not on the class path.");
    }
    Path crowded = Files.createDirectories(folder.resolve("crowd"));
    double[] memory = only == null ? crowd(crowded, progress) : new double[2];
    Path starts = Files.createDirectories(folder.resolve("start"));
    double start = only == null ? start(starts, progress) : 0;
    return new Findings(
        stores, (int) memory[0], memory[1], start, Machine.commit(), Machine.words(), bonds);
  }

  private boolean wanted(String store) {
    return only == null || only.equals(store);
  }

  private int warmUp() {
    return brief ? SHORT_WARM_UP_SECONDS : LONG_WARM_UP_SECONDS;
  }

  private int seconds() {
    return brief ? SHORT_SECONDS : LONG_SECONDS;
  }

  private Measured sqlite(Path folder, Progress progress) throws IOException, SQLException {
    progress.begin("SQLite: making bonds");
    Prefill.Past past = new Prefill.Past(bonds);
    Path data = folder.resolve("data");
    try (RelayLog log = SqliteLog.open(data, past, Bench::failed)) {
      Prefill.fill(log, past, bonds, progress);
    }
    progress.end();
    Path before = Files.createDirectories(folder.resolve("before"));
    Files.copy(data.resolve("kith.db"), before.resolve("kith.db"));
    Path recording = folder.resolve("recording");
    Exchanges.Phase[] phases = drive(new Child.Place(folder, null), recording, progress);
    progress.begin("SQLite: the store alone");
    Replay.Result replay = SqliteReplay.play(before, recording);
    progress.end();
    return new Measured(phases[0], phases[1], replay);
  }

  private Measured postgres(Path folder, Progress progress) throws IOException, SQLException {
    try (Embedded server = new Embedded()) {
      String admin = server.url("postgres");
      PostgresReplay.newDatabase(admin, "kith", "template1");
      progress.begin("PostgreSQL: making bonds");
      Prefill.Past past = new Prefill.Past(bonds);
      try (RelayLog log = PostgresLog.open(server.url("kith"), past)) {
        Prefill.fill(log, past, bonds, progress);
      }
      progress.end();
      PostgresReplay.newDatabase(admin, "kith_before", "kith");
      Path recording = folder.resolve("recording");
      var place = new Child.Place(folder, server.url("kith"));
      Exchanges.Phase[] phases = drive(place, recording, progress);
      progress.begin("PostgreSQL: the store alone");
      Replay.Result replay = PostgresReplay.play(server.url("kith_before"), recording);
      progress.end();
      return new Measured(phases[0], phases[1], replay);
    }
  }

  private Exchanges.Phase[] drive(Child.Place place, Path recording, Progress progress)
      throws IOException {
    String name = place.database() == null ? "SQLite" : "PostgreSQL";
    try (Child relay = Child.start(place, recorded(recording));
        Exchanges load = new Exchanges(relay.port(), bonds)) {
      progress.begin(name + ": warming up");
      load.full(warmUp());
      progress.end();
      progress.begin(name + ": full load");
      Exchanges.Phase full = load.full(seconds());
      progress.end();
      progress.begin(name + ": half load");
      Exchanges.Phase half = load.steady(seconds(), full.perSecond() / 2);
      progress.end();
      return new Exchanges.Phase[] {full, half};
    }
  }

  private List<String> recorded(Path recording) {
    return List.of(
        "-Dkith.bench.recording=" + recording,
        "-Dkith.bench.warm-up=" + warmUp() * MILLIS,
        "-Dkith.bench.record=" + seconds() * MILLIS);
  }

  /// How many streams there were, and KiB for each.
  private double[] crowd(Path folder, Progress progress) throws IOException {
    int streams = (int) Math.min(STREAMS, Machine.openFiles() - OTHER_FILES);
    int crowdBonds = Crowd.bonds(streams);
    Prefill.Past past = new Prefill.Past(crowdBonds);
    try (RelayLog log = SqliteLog.open(folder.resolve("data"), past, Bench::failed)) {
      Prefill.fill(log, past, crowdBonds, new Progress(System.err, false));
    }
    progress.begin("idle live streams");
    try (Child relay = Child.start(new Child.Place(folder, null), List.of());
        Crowd crowd = new Crowd()) {
      long before = relay.residentKib();
      int open = crowd.open(relay.port(), streams, progress);
      double each = (double) (relay.residentKib() - before) / Math.max(1, open);
      progress.end();
      return new double[] {open, each};
    }
  }

  /// The middle one of a few starts, in milliseconds.
  private static double start(Path folder, Progress progress) throws IOException {
    progress.begin("starting");
    double[] millis = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      try (Child relay = Child.start(new Child.Place(folder, null), List.of())) {
        millis[i] = relay.millisToFirstAnswer();
      }
      progress.at((i + 1.0) / STARTS);
    }
    progress.end();
    java.util.Arrays.sort(millis);
    return millis[STARTS / 2];
  }

  private static void failed(String why, Throwable cause) {
    throw new IllegalStateException(why, cause);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
