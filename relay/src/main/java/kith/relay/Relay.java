package kith.relay;

import java.util.List;
import kith.relay.events.Event;
import kith.relay.http.Groundwork;
import kith.relay.http.WebServer;
import kith.relay.log.LastResort;
import kith.relay.log.RelayLog;
import kith.relay.log.postgres.PostgresLog;
import kith.relay.log.sqlite.SqliteLog;
import kith.relay.push.Outgoing;
import kith.relay.push.Pusher;
import org.jspecify.annotations.Nullable;

/// A running relay: one store and the addresses at which it can be reached.
public final class Relay implements AutoCloseable {
  /// The exit status when the disk failed (EX_IOERR of sysexits.h).
  static final int DISK_FAILED = 74;

  private final RelayLog log;
  private final WebServer server;
  private final Timekeeper time;
  private final Pusher pusher;

  private Relay(RelayLog log, WebServer server, Pusher pusher) {
    this.log = log;
    this.server = server;
    this.time = Timekeeper.start(log);
    this.pusher = pusher;
  }

  /// Opens the store and listens. Throws [kith.relay.log.CannotOpen] with one plain sentence when
  /// it cannot.
  public static Relay start(RelayConfig config) {
    return start(config, Outgoing.usual());
  }

  /// The same, with another way to push services.
  public static Relay start(RelayConfig config, Outgoing outgoing) {
    Groundwork ground = Groundwork.begin(config.siteResources());
    RelayLog log = open(config, ground);
    var setting =
        new WebServer.Setting(
            log, config.clock(), config.operator(), outgoing.services(), config.monitor());
    try {
      WebServer server = WebServer.start(setting, config.listeners(), ground);
      Pusher pusher = Pusher.start(log.vaults(), config.clock(), outgoing, subject(config));
      return new Relay(log, server, pusher);
    } catch (RuntimeException | Error failure) {
      ground.close();
      log.close();
      throw failure;
    }
  }

  /// What a push service is told of who sends: the relay's public address, if it has one.
  private static @Nullable String subject(RelayConfig config) {
    return config.listeners().stream()
        .flatMap(listener -> listener.origins().stream())
        .filter(origin -> origin.startsWith("https:"))
        .findFirst()
        .orElse(null);
  }

  private static RelayLog open(RelayConfig config, Groundwork ground) {
    try {
      return open(config);
    } catch (RuntimeException | Error failure) {
      ground.close();
      throw failure;
    }
  }

  private static RelayLog open(RelayConfig config) {
    // Not a switch: the first one over types takes a twentieth of the time that starting does.
    if (config.store() instanceof Store.Database(String url)) {
      return PostgresLog.open(url, config.clock());
    }
    Store.Folder folder = (Store.Folder) config.store();
    return SqliteLog.open(folder.path(), config.clock(), stopTheProcess());
  }

  /// Nothing may be acknowledged any more, not even by what is already under way: halt, not exit.
  private static LastResort stopTheProcess() {
    return (_, cause) -> {
      Event.DISK_FAILED.note(cause);
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

  /// The port of the metrics; 0 when there are none.
  public int metricsPort() {
    return server.metricsPort();
  }

  /// How many live streams are open.
  public int streams() {
    return server.streams();
  }

  /// Does all that is due, as it is done every minute.
  void letTimePass() {
    time.look();
  }

  /// Sends the pushes that are due, as it is done every minute.
  void wakeDevices() {
    pusher.look();
  }

  /// Stops gently: streams end, requests under way finish, commits are whole, the file is small.
  @Override
  public void close() {
    server.close();
    pusher.close();
    time.close();
    log.close();
  }
}
