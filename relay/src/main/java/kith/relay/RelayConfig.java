package kith.relay;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kith.relay.http.Listener;
import kith.relay.http.WebServer.Monitor;
import org.jspecify.annotations.Nullable;

/// All that a relay needs to be told.
///
/// `store` is where everything is kept; `listeners` are where it can be reached; `operator` is
/// what the operator says of themselves, if anything; `clock` gives the day; `siteResources` is the
/// class-path prefix of the app's files, such as `kith/web/site/`. `metricsPort`, if not null, is
/// the port of this machine where counts are shown (0: any free one).
public record RelayConfig(
    Store store,
    List<Listener> listeners,
    @Nullable String operator,
    Clock clock,
    String siteResources,
    @Nullable Integer metricsPort) {
  /// Where the web part puts the app's files.
  public static final String SITE = "kith/web/site/";

  /// Checks what can be checked without touching anything.
  public RelayConfig {
    listeners = List.copyOf(listeners);
    if (listeners.isEmpty()) {
      throw new IllegalArgumentException("A relay needs at least one address to listen on.");
    }
    if (!siteResources.endsWith("/")) {
      throw new IllegalArgumentException("The prefix of the app's files must end with a slash.");
    }
  }

  /// With a folder for the store.
  public RelayConfig(
      Path dataFolder,
      List<Listener> listeners,
      @Nullable String operator,
      Clock clock,
      String siteResources) {
    this(new Store.Folder(dataFolder), listeners, operator, clock, siteResources, null);
  }

  /// For this machine only, with a folder for the store.
  public static RelayConfig local(Path dataFolder, int port) {
    return local(new Store.Folder(dataFolder), port);
  }

  /// For this machine only.
  public static RelayConfig local(Store store, int port) {
    List<Listener> here = List.of(Listener.local(port));
    return new RelayConfig(store, here, null, Clock.systemUTC(), SITE, null);
  }

  /// The same, with counts shown at a port.
  public RelayConfig withMetrics(int port) {
    return new RelayConfig(store, listeners, operator, clock, siteResources, port);
  }

  @Nullable Monitor monitor() {
    return metricsPort == null
        ? null
        : new Monitor(metricsPort, store instanceof Store.Folder(Path folder) ? folder : null);
  }
}
