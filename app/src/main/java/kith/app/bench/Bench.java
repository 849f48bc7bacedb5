package kith.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.relay.log.postgres.PostgresReplay;
import kith.relay.log.sql.Replay;
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
  private static final int SHORT_SECONDS = 2;
  private static final int LONG_SECONDS = 15;

  /// How long the relay is at work before anything is measured: most of its code is compiled then.
  private static final int SHORT_WARM_UP_SECONDS = 6;

  /// PostgreSQL's driver has no part in the rehearsal of a build, so more is left to compile: for
  /// some forty seconds of load on two cores, which the short form has no time for.
  private static final int SHORT_POSTGRES_MORE_SECONDS = 1;

  private static final int LONG_POSTGRES_MORE_SECONDS = 45;

  private static final int LONG_WARM_UP_SECONDS = 15;

  /// How long half the load goes on before it is measured: what full load has left to be done is
  /// done then, and the compiler, for which full load leaves no time, catches up. Measured at once,
  /// it is the compiler's work that is measured (PostgreSQL's p99 in the short form: 40 ms).
  private static final int SHORT_HALF_LOAD_WARM_UP_SECONDS = 1;

  private static final int SHORT_POSTGRES_MORE_AT_HALF_SECONDS = 2;

  private static final int LONG_HALF_LOAD_WARM_UP_SECONDS = 15;

  /// The compiler goes on for a minute or two: after 25, 35 and 45 seconds of the same load
  /// PostgreSQL's p99 was 50, 36 and 24 ms.
  private static final int LONG_POSTGRES_MORE_AT_HALF_SECONDS = 45;

  /// Files of PostgreSQL's log, 64 MiB each: what all of a run writes, at most.
  private static final int SHORT_LOG_FILES = 6;

  private static final int LONG_LOG_FILES = 40;

  /// What is compared needs longer windows than what is looked at once.
  private static final int COMPARED_SECONDS = 5;

  /// And need code that is compiled: what the compiler does would be counted as what the bonds do.
  private static final int COMPARED_WARM_UP_SECONDS = 30;

  private static final int MILLIS = 1_000;

  private static final int STREAMS = 20_000;

  /// Starts that are measured for themselves, every other one on an empty folder.
  private static final int STARTS = 11;

  /// How long the streams may take to be opened; in the short form what is left of this time since
  /// the beginning, so that all of it ends within 50 seconds.
  private static final int LONG_PATIENCE_SECONDS = 180;

  private static final int SHORT_SECONDS_IN_ALL = 44;
  private static final int LEAST_PATIENCE_SECONDS = 3;

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
      paramLabel = "N[,N]",
      split = ",",
      defaultValue = "2001",
      description =
          "Bonds in the store before the run (default: ${DEFAULT-VALUE}); with two numbers, such as"
              + " 1000,1000000, whether it stays as fast, and nothing else.")
  private List<Integer> bonds = List.of(2001);

  @Option(
      names = {"--only", "--store"},
      paramLabel = "NAME",
      description =
          "Measure this alone: sqlite or postgres (one store), live (idle streams), or start.")
  private @Nullable String only;

  private final List<Double> starts = new ArrayList<>();
  private final long begun = System.nanoTime();

  /// Runs; 0 when it measured.
  @Override
  public Integer call() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("kith-bench");
    try {
      Progress progress = new Progress(System.err, !json);
      if (bonds.size() > 1) {
        compare(folder, progress);
        return 0;
      }
      Findings findings = run(folder, progress);
      System.out.println(json ? findings.json() : findings.plain());
      if (table != null) {
        Page.write(table, "kith bench", findings.table());
      }
      return 0;
    } finally {
      delete(folder);
    }
  }

  private void compare(Path folder, Progress progress) throws IOException, SQLException {
    List<Integer> sizes = bonds.stream().sorted().toList();
    double window = Math.max(seconds(), COMPARED_SECONDS);
    Flatness flatness = new Flatness(folder, progress, COMPARED_WARM_UP_SECONDS, window);
    List<Flatness.Found> found = new ArrayList<>();
    if (wanted("sqlite")) {
      found.add(flatness.sqlite(sizes));
    }
    if (wanted("postgres") && Embedded.isThere()) {
      try (Embedded server = new Embedded(logFiles())) {
        found.add(flatness.postgres(server, sizes));
      }
    }
    String rows =
        Flatness.table(found)
            + "%nCommit %s, on %s.%n".formatted(Machine.commit(), Machine.words());
    if (table != null) {
      Page.write(table, "kith bench --bonds", rows);
    }
    String each = found.stream().map(Flatness.Found::json).collect(Collectors.joining(","));
    System.out.println(json ? "{" + each + "}" : rows);
  }

  private Findings run(Path folder, Progress progress) throws IOException, SQLException {
    boolean postgres = wanted("postgres") && Embedded.isThere();
    if (wanted("postgres") && !postgres) {
      System.err.println("PostgreSQL is not measured: its programs are not on the class path.");
    }
    Map<String, Measured> stores = new LinkedHashMap<>();
    int made = wanted("live") ? Math.max(some(), Crowd.bonds(STREAMS)) : some();
    try (Ready ready = Ready.make(folder, postgres ? logFiles() : 0, made, progress)) {
      if (wanted("sqlite")) {
        stores.put("sqlite", sqlite(ready, progress));
      }
      if (ready.hasPostgres()) {
        stores.put("postgres", postgres(ready, progress));
      }
      Crowds.Found live = wanted("live") ? crowds(ready, progress) : Crowds.Found.NONE;
      double start = wanted("start") ? start(ready, folder, progress) : 0;
      return new Findings(stores, live, start, Machine.commit(), Machine.words(), some());
    }
  }

  private int some() {
    return bonds.getFirst();
  }

  private boolean wanted(String store) {
    return only == null || only.equals(store);
  }

  private int warmUp() {
    return brief ? SHORT_WARM_UP_SECONDS : LONG_WARM_UP_SECONDS;
  }

  private int halfLoadWarmUp(boolean postgres) {
    int few = brief ? SHORT_HALF_LOAD_WARM_UP_SECONDS : LONG_HALF_LOAD_WARM_UP_SECONDS;
    int more = brief ? SHORT_POSTGRES_MORE_AT_HALF_SECONDS : LONG_POSTGRES_MORE_AT_HALF_SECONDS;
    return postgres ? few + more : few;
  }

  private int postgresMore() {
    return brief ? SHORT_POSTGRES_MORE_SECONDS : LONG_POSTGRES_MORE_SECONDS;
  }

  private int logFiles() {
    return brief ? SHORT_LOG_FILES : LONG_LOG_FILES;
  }

  private int seconds() {
    return brief ? SHORT_SECONDS : LONG_SECONDS;
  }

  private Measured sqlite(Ready ready, Progress progress) throws IOException, SQLException {
    Path recording = ready.sqlite().folder().resolve("recording");
    Exchanges.Phase[] phases = drive(ready.sqlite(), recording, progress);
    progress.begin("SQLite: the store alone");
    Replay.Result replay = SqliteReplay.play(ready.sqliteBefore(), recording);
    progress.end();
    return new Measured(phases[0], phases[1], replay);
  }

  private Measured postgres(Ready ready, Progress progress) throws IOException, SQLException {
    Path recording = ready.postgres().folder().resolve("recording");
    Exchanges.Phase[] phases = drive(ready.postgres(), recording, progress);
    progress.begin("PostgreSQL: the store alone");
    Replay.Result replay = PostgresReplay.play(ready.postgresBefore(), recording);
    progress.end();
    return new Measured(phases[0], phases[1], replay);
  }

  private Exchanges.Phase[] drive(Child.Place place, Path recording, Progress progress)
      throws IOException {
    String name = place.database() == null ? "SQLite" : "PostgreSQL";
    int warmUp = warmUp() + (place.database() == null ? 0 : postgresMore());
    try (Child relay = Child.start(place, recorded(recording, warmUp));
        Exchanges load = new Exchanges(relay.port(), some(), Cast.ENTRIES)) {
      if (place.database() == null) {
        starts.add(relay.millisToFirstAnswer());
      }
      progress.begin(name + ": warming up");
      load.full(warmUp);
      progress.end();
      progress.begin(name + ": full load");
      Exchanges.Phase full = load.full(seconds());
      progress.end();
      progress.begin(name + ": half load");
      load.steady(halfLoadWarmUp(place.database() != null), full.perSecond() / 2);
      Exchanges.Phase half = load.steady(seconds(), full.perSecond() / 2);
      progress.end();
      return new Exchanges.Phase[] {full, half};
    }
  }

  private List<String> recorded(Path recording, int warmUp) {
    return List.of(
        "-Dkith.bench.recording=" + recording,
        "-Dkith.bench.warm-up=" + warmUp * MILLIS,
        "-Dkith.bench.record=" + seconds() * MILLIS);
  }

  private long patienceNanos() {
    if (!brief) {
      return TimeUnit.SECONDS.toNanos(LONG_PATIENCE_SECONDS);
    }
    long left = TimeUnit.SECONDS.toNanos(SHORT_SECONDS_IN_ALL) - (System.nanoTime() - begun);
    return Math.max(left, TimeUnit.SECONDS.toNanos(LEAST_PATIENCE_SECONDS));
  }

  private Crowds.Found crowds(Ready ready, Progress progress) throws IOException {
    progress.begin("idle live streams");
    // In the short form one relay holds as many as there is time for.
    int streams = brief ? (int) Math.min(STREAMS, Crowds.most(Machine.openFiles())) : STREAMS;
    int relays = Crowds.relays(streams, Machine.openFiles());
    List<Child> started = new ArrayList<>();
    try (Crowds crowds = new Crowds()) {
      long end = System.nanoTime() + patienceNanos();
      for (int at = 0; at < relays; at++) {
        Child relay = Child.start(ready.crowd(at), List.of());
        started.add(relay);
        starts.add(relay.millisToFirstAnswer());
        int left = relays - at;
        crowds.add(relay, share(streams, at, relays), () -> (end - System.nanoTime()) / left);
        progress.at((at + 1.0) / relays);
      }
      Crowds.Found found = crowds.found();
      progress.end();
      return found;
    } finally {
      started.forEach(Child::close);
    }
  }

  /// Of all streams, those of one relay.
  private static int share(int streams, int at, int relays) {
    return streams * (at + 1) / relays - streams * at / relays;
  }

  /// The middle one of some starts, in milliseconds: those before, and some for themselves; in the
  /// short form one on an empty folder.
  private double start(Ready ready, Path folder, Progress progress) throws IOException {
    progress.begin("starting");
    for (int i = 0; i < (brief ? 1 : STARTS); i++) {
      Path empty = Files.createDirectories(folder.resolve("start-" + i));
      Child.Place place = i % 2 == 0 ? new Child.Place(empty, null) : ready.sqlite();
      try (Child relay = Child.start(place, List.of())) {
        starts.add(relay.millisToFirstAnswer());
      }
      progress.at((i + 1.0) / STARTS);
    }
    progress.end();
    return starts.stream().sorted().skip(starts.size() / 2).findFirst().orElse(0.0);
  }

  static void failed(String why, Throwable cause) {
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
