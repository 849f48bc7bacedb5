package kith.relay.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kith.relay.log.CannotOpen;
import kith.relay.log.RelayLog;
import kith.relay.metrics.Metrics;
import kith.relay.push.PushServices;
import org.jspecify.annotations.Nullable;

/// The listeners over one store.
public final class WebServer implements AutoCloseable {
  /// How often live streams say that they live; proxies commonly cut at 30 to 60 seconds.
  private static final long KEEP_ALIVE_MILLIS = 20_000;

  /// A connection on which nothing moves for this long is closed; longer than a keep-alive.
  private static final int IDLE_SECONDS = 75;

  /// A storm of clients that come back together must find a place to wait.
  private static final int BACKLOG = 4096;

  /// A path of ours is under 120 characters.
  private static final int LINE_BYTES = 2048;

  private static final int HEADER_BYTES = 8192;

  /// Event loops: the work per request is small, and the writer needs a core too.
  private static final int MOST_LOOPS = 4;

  private static final long START_SECONDS = 20;
  private static final int MOST_ATTEMPTS = 3;
  private static final long STOP_SECONDS = 3;

  private final Vertx vertx;
  private final LiveStreams live;
  private final Doorway doorway;
  private final Queue<HttpServer> servers = new ConcurrentLinkedQueue<>();
  private final List<Integer> ports = new ArrayList<>();
  private @Nullable Metrics metrics;
  private int metricsPort;

  private WebServer(Vertx vertx, LiveStreams live, Duration patience) {
    this.vertx = vertx;
    this.live = live;
    this.doorway = new Doorway(vertx, patience);
  }

  /// What the listeners share.
  ///
  /// `operator` is what the operator says of themselves, if anything; `pushServices` are those that
  /// devices may be woken through; `monitor` says where counts are shown, if anywhere.
  public record Setting(
      RelayLog log,
      Clock clock,
      @Nullable String operator,
      PushServices pushServices,
      @Nullable Monitor monitor) {}

  /// Where counts are shown: a port of this machine (0: any free one); and the folder on whose disk
  /// room is looked at, if the store has one.
  public record Monitor(int port, @Nullable Path folder) {}

  /// Starts to listen. Throws [CannotOpen] with a plain sentence.
  public static WebServer start(Setting setting, List<Listener> listeners, Groundwork ground) {
    return start(setting, listeners, ground, Doorway.PATIENCE);
  }

  /// The same, with another patience for those who are slow to say what they want.
  static WebServer start(
      Setting setting, List<Listener> listeners, Groundwork ground, Duration patience) {
    Vertx vertx = ground.vertx();
    LiveStreams live = new LiveStreams(setting.log());
    setting.log().watch(live);
    WebServer server = new WebServer(vertx, live, patience);
    Map<String, SiteFile> files = ground.files();
    try {
      server.show(setting.monitor());
      for (Listener listener : listeners) {
        server.listen(setting, listener, files);
      }
    } catch (CannotOpen refused) {
      server.close();
      throw refused;
    }
    vertx.setPeriodic(KEEP_ALIVE_MILLIS, _ -> live.keepAlive());
    return server;
  }

  private void show(@Nullable Monitor monitor) {
    if (monitor == null) {
      return;
    }
    metrics = new Metrics(live::count, monitor.folder());
    HttpServer server = MetricsPage.listen(vertx, monitor.port(), metrics);
    servers.add(server);
    metricsPort = server.actualPort();
  }

  static int loops() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_LOOPS);
  }

  private void listen(Setting setting, Listener listener, Map<String, SiteFile> files) {
    Origins origins = new Origins(listener);
    Api api = new Api(setting, live);
    Edge edge = new Edge(doorway, api.routes(origins), origins, new Site(files, listener));
    int wanted = listener.port();
    int port = wanted == 0 ? bindAnywhere(listener, edge) : bind(listener, wanted, edge);
    origins.bound(port);
    ports.add(port);
  }

  /// Another program may take a free port before we do; then another one.
  private int bindAnywhere(Listener listener, Edge edge) {
    for (int attempt = 1; ; attempt++) {
      try {
        return bind(listener, freePort(listener), edge);
      } catch (CannotOpen taken) {
        if (attempt == MOST_ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  /// All event loops of a listener must share one port, so a free one is looked for first.
  private static int freePort(Listener listener) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(listener.host(), 0));
      return socket.getLocalPort();
    } catch (IOException cannotListen) {
      throw cannot(listener, 0, cannotListen);
    }
  }

  private int bind(Listener listener, int port, Edge edge) {
    HttpServerOptions options = options(listener.host(), port);
    try {
      vertx
          .deployVerticle(
              () -> new Loop(options, edge), new DeploymentOptions().setInstances(loops()))
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
      return port;
    } catch (ExecutionException | TimeoutException | InterruptedException cause) {
      throw cannot(listener, port, cause);
    }
  }

  private static CannotOpen cannot(Listener listener, int port, Exception cause) {
    return new CannotOpen(
        "Cannot listen on %s, port %d (%s); stop what is using it, or choose another."
            .formatted(listener.host(), port, reason(cause)),
        cause);
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause();
    return cause == null || cause.getMessage() == null
        ? failure.getClass().getSimpleName()
        : cause.getMessage();
  }

  private static HttpServerOptions options(String host, int port) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setAcceptBacklog(BACKLOG)
        .setMaxInitialLineLength(LINE_BYTES)
        .setMaxHeaderSize(HEADER_BYTES)
        .setIdleTimeout(IDLE_SECONDS)
        .setHttp2ClearTextEnabled(false)
        .setCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setHandle100ContinueAutomatically(true);
  }

  private Handler<HttpServerRequest> counted(Edge edge) {
    Metrics counting = metrics;
    return counting == null
        ? edge::answer
        : request -> {
          MetricsPage.count(request, counting);
          edge.answer(request);
        };
  }

  /// One event loop of a listener.
  private final class Loop extends VerticleBase {
    private final HttpServerOptions options;
    private final Edge edge;

    Loop(HttpServerOptions options, Edge edge) {
      this.options = options;
      this.edge = edge;
    }

    @Override
    public Future<?> start() {
      HttpServer server =
          vertx
              .createHttpServer(options)
              .requestHandler(counted(edge))
              .connectionHandler(doorway::arrived)
              .invalidRequestHandler(Edge::invalid)
              .exceptionHandler(_ -> {});
      return server.listen().onSuccess(servers::add);
    }
  }

  /// The ports, in the order of the listeners.
  public List<Integer> ports() {
    return List.copyOf(ports);
  }

  /// The port of the counts; 0 when they are not shown.
  public int metricsPort() {
    return metricsPort;
  }

  /// How many live streams are open.
  public int streams() {
    return live.count();
  }

  /// Ends live streams, lets requests under way finish, and stops listening: a few seconds at most.
  @Override
  public void close() {
    live.endAll();
    for (HttpServer server : servers) {
      await(server.shutdown(STOP_SECONDS, TimeUnit.SECONDS));
    }
    await(vertx.close());
  }

  private static void await(Future<Void> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(2 * STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException alreadyGone) {
      // It is being closed anyway, and the store is closed after it.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
