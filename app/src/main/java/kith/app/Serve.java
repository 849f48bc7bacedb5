package kith.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kith.relay.Relay;
import kith.relay.RelayConfig;
import kith.relay.http.Listener;
import kith.relay.log.CannotOpen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `kith serve`: the relay and the app, from one process and one folder of data, until Ctrl-C.
@Command(
    name = "serve",
    description = "Serve Kith until Ctrl-C.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Serve implements Callable<Integer> {
  /// In the demonstration, the two devices are served beside the page that shows them.
  private static final int DEMO_DEVICES = 2;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to serve on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "Folder that holds everything the relay keeps (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = Listener.LOCAL,
      description = "Address to listen on (default: this machine only, ${DEFAULT-VALUE}).")
  private String host = Listener.LOCAL;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description =
          "Web address under which people reach it, such as https://kith.example; may be repeated."
              + " Behind a TLS proxy this must be given.")
  private List<String> origins = List.of();

  @Option(
      names = "--operator",
      paramLabel = "TEXT",
      description = "Who runs this server; shown to everybody who is invited.")
  private @Nullable String operator;

  @Option(
      names = "--demo",
      description =
          "Two people side by side in one window, to try both sides alone;"
              + " takes the two ports after --port as well.")
  private boolean demo;

  @Spec private @Nullable CommandSpec spec;

  /// Serves; 0 when it was stopped, 1 when it could not start.
  @Override
  public Integer call() throws InterruptedException {
    try (Relay relay = Relay.start(config())) {
      System.out.println(greeting(relay.port()));
      awaitStop();
      System.out.println("Stopping; everything that was acknowledged is on disk.");
    } catch (CannotOpen refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
    return 0;
  }

  private RelayConfig config() {
    try {
      List<Listener> listeners = demo ? demoListeners() : List.of(listener());
      return new RelayConfig(data, listeners, operator, Clock.systemUTC(), RelayConfig.SITE);
    } catch (IllegalArgumentException wrong) {
      throw spec == null ? wrong : new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }

  private Listener listener() {
    return new Listener(host, port, origins, List.of(), List.of());
  }

  /// The page, and two devices: each an origin of its own, so that each has its own storage.
  private List<Listener> demoListeners() {
    String page = origin(port);
    List<String> devices = List.of(origin(port + 1), origin(port + DEMO_DEVICES));
    List<String> all = List.of(page, devices.getFirst(), devices.getLast());
    return List.of(
        new Listener(host, port, all, List.of(), devices),
        new Listener(host, port + 1, devices, List.of(page), List.of()),
        new Listener(host, port + DEMO_DEVICES, devices, List.of(page), List.of()));
  }

  private static String origin(int port) {
    return "http://localhost:" + port;
  }

  private String greeting(int bound) {
    String where = origins.isEmpty() ? origin(bound) : origins.getFirst();
    return "Kith is at %s%s  (data in %s; Ctrl-C stops it)"
        .formatted(where, demo ? "/demo" : "", data);
  }

  /// Comes back when the process is asked to stop, and holds the process until we are done.
  private static void awaitStop() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  joinQuietly(main);
                },
                "kith-stop"));
    asked.await();
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
