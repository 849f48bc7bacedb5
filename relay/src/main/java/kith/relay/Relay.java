package kith.relay;

import java.nio.file.Path;
import java.util.List;
import kith.relay.http.WebServer;
import kith.relay.log.LastResort;
import kith.relay.log.RelayLog;
import kith.relay.log.postgres.PostgresLog;
import kith.relay.log.sqlite.SqliteLog;

/// A running relay: one store and the addresses at which it can be reached.
public final class Relay implements AutoCloseable {
  /// The exit status when the disk failed (EX_IOERR of sysexits.h).
  static final int DISK_FAILED = 74;

  private final RelayLog log;
  private final WebServer server;
  private final Timekeeper time;

  private Relay(RelayLog log, WebServer server) {
    this.log = log;
    this.server = server;
    this.time = Timekeeper.start(log);
  }

  /// Opens the store and listens. Throws [kith.relay.log.CannotOpen] with one plain sentence when
  /// it cannot.
  public static Relay start(RelayConfig config) {
    RelayLog log = open(config);
    var setting =
        new WebServer.Setting(log, config.clock(), config.operator(), config.siteResources());
    try {
      return new Relay(log, WebServer.start(setting, config.listeners()));
    } catch (RuntimeException | Error failure) {
      log.close();
      throw failure;
    }
  }

  private static RelayLog open(RelayConfig config) {
    return switch (config.store()) {
      case Store.Folder(Path path) -> SqliteLog.open(path, config.clock(), stopTheProcess());
      case Store.Database(String url) -> PostgresLog.open(url, config.clock());
    };
  }

  /// Nothing may be acknowledged any more, not even by what is already under way: halt, not exit.
  private static LastResort stopTheProcess() {
    return (why, cause) -> {
      System.err.println(why + " (" + cause.getMessage() + ")");
      Runtime.getRuntime().halt(DISK_FAILED);
    };
  }

  /// The port of the first listener.
  public int port() {
    return ports().getFirst();
  }

  /// The ports, in the order of the listeners.
  public List<Integer> ports() {
    return server.ports();
  }

  /// How many live streams are open.
  public int streams() {
    return server.streams();
  }

  /// Does all that is due, as it is done every minute.
  void letTimePass() {
    time.look();
  }

  /// Stops gently: streams end, requests under way finish, commits are whole, the file is small.
  @Override
  public void close() {
    server.close();
    time.close();
    log.close();
  }
}
