package kith.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kith.relay.log.postgres.PostgresFill;
import kith.relay.log.postgres.PostgresReplay;
import kith.relay.log.sqlite.SqliteFill;
import org.jspecify.annotations.Nullable;

/// The stores of a run, with bonds in them and a copy of each for the replay; made side by side,
/// because nothing of it is measured.
final class Ready implements AutoCloseable {
  private static final String FILE = "kith.db";
  private static final String DATABASE = "kith";
  private static final String BEFORE = "kith_before";

  private final Path folder;
  private final @Nullable Embedded server;

  private Ready(Path folder, @Nullable Embedded server) {
    this.folder = folder;
    this.server = server;
  }

  /// Makes so many bonds in each; without PostgreSQL when its log has no files in reserve.
  static Ready make(Path folder, int logFiles, int bonds, Progress progress)
      throws IOException, SQLException {
    progress.begin("making bonds");
    CompletableFuture<@Nullable Embedded> server =
        logFiles > 0
            ? CompletableFuture.supplyAsync(
                () -> server(logFiles, bonds), task -> Thread.ofPlatform().start(task))
            : CompletableFuture.completedFuture(null);
    Ready ready = new Ready(folder, filled(server, folder, bonds, progress));
    progress.end();
    return ready;
  }

  /// Fills the folder meanwhile; a server is never left behind.
  private static @Nullable Embedded filled(
      CompletableFuture<@Nullable Embedded> server, Path folder, int bonds, Progress progress)
      throws IOException, SQLException {
    boolean done = false;
    try {
      sqlite(folder, bonds, progress);
      done = true;
      return server.join();
    } finally {
      if (!done) {
        Embedded started = server.join();
        if (started != null) {
          started.close();
        }
      }
    }
  }

  private static void sqlite(Path folder, int bonds, Progress progress)
      throws IOException, SQLException {
    Path data = Files.createDirectories(folder.resolve("sqlite")).resolve("data");
    SqliteFill.fill(data, Cast.all(bonds, progress));
    for (String copy : new String[] {"before", "idle"}) {
      Path at = Files.createDirectories(folder.resolve(copy));
      Files.copy(data.resolve(FILE), at.resolve(FILE));
    }
  }

  private static Embedded server(int logFiles, int bonds) {
    try {
      Embedded server = new Embedded(logFiles);
      String admin = server.url("postgres");
      PostgresReplay.newDatabase(admin, DATABASE, "template1");
      PostgresFill.fill(server.url(DATABASE), Cast.all(bonds, new Progress(System.err, false)));
      PostgresReplay.newDatabase(admin, BEFORE, DATABASE);
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new CompletionException(failure);
    }
  }

  /// Where a relay over SQLite works.
  Child.Place sqlite() {
    return new Child.Place(folder.resolve("sqlite"), null);
  }

  /// The same as it was before any run.
  Path sqliteBefore() {
    return folder.resolve("before");
  }

  /// A relay's place over one more copy of it, for idle streams.
  Child.Place crowd(int number) throws IOException {
    Path crowd = folder.resolve("crowd-" + number);
    Path data = Files.createDirectories(crowd.resolve("data"));
    Files.copy(folder.resolve("idle").resolve(FILE), data.resolve(FILE));
    return new Child.Place(crowd, null);
  }

  /// Whether there is a PostgreSQL.
  boolean hasPostgres() {
    return server != null;
  }

  /// Where a relay over PostgreSQL works.
  Child.Place postgres() throws IOException {
    return new Child.Place(Files.createDirectories(folder.resolve("pg")), url(DATABASE));
  }

  /// The address of the database as it was before any run.
  String postgresBefore() {
    return url(BEFORE);
  }

  private String url(String database) {
    if (server == null) {
      throw new IllegalStateException("no PostgreSQL was asked for");
    }
    return server.url(database);
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}
