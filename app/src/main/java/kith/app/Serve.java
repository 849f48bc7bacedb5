package kith.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kith.relay.Relay;
import kith.relay.RelayConfig;
import kith.relay.Store;
import kith.relay.events.Event;
import kith.relay.events.EventLog;
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

  /// How long closing may take before the process ends without it; nothing acknowledged is lost.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to serve on (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "Folder that holds everything the relay keeps (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--store",
      paramLabel = "ADDRESS",
      defaultValue = "${env:KITH_STORE}",
      description =
          "JDBC address of a PostgreSQL database to keep everything in instead of the folder, such"
              + " as jdbc:postgresql://host/kith?user=kith; several nodes may share it. With a"
              + " password in it, set the environment variable KITH_STORE instead.")
  private @Nullable String store;

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
      names = "--metrics",
      paramLabel = "PORT",
      description =
          "Port of this machine at which Prometheus can read counts, at /metrics (default: none).")
  private @Nullable Integer metrics;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description =
          "How much to log, as JSON lines on the standard error: off, error, warn or info"
              + " (default: ${DEFAULT-VALUE}).")
  private EventLog.Least least = EventLog.Least.INFO;

  @Option(
      names = "--demo",
      description =
          "Two people side by side in one window, to try both sides alone;"
              + " takes the two ports after --port as well.")
  private boolean demo;

  @Spec private @Nullable CommandSpec spec;

  /// Options that were read without picocli.
  private final Set<String> taken = new HashSet<>();

  /// What these arguments of `kith` ask for, if they are `serve` with options that need no more
  /// than reading; empty for everything else, which picocli reads and explains. A start does not
  /// have to wait for picocli then, which takes longer than opening the store.
  static Optional<Serve> plainly(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals("serve")) {
      return Optional.empty();
    }
    Serve serve = new Serve();
    serve.store = System.getenv("KITH_STORE");
    try {
      for (int at = 1; at < arguments.length; at++) {
        if (arguments[at].equals("--demo") && !serve.demo) {
          serve.demo = true;
        } else if (!serve.take(arguments[at], at + 1 < arguments.length ? arguments[++at] : "-")) {
          return Optional.empty();
        }
      }
      serve.config();
      return Optional.of(serve);
    } catch (IllegalArgumentException toBeExplained) {
      return Optional.empty();
    }
  }

  private boolean take(String name, String value) {
    if (value.isEmpty() || "-@\"'".indexOf(value.charAt(0)) >= 0 || !taken.add(name)) {
      return false;
    }
    switch (name) {
      case "--port" -> port = Integer.parseInt(value);
      case "--data" -> data = Path.of(value);
      case "--store" -> store = value;
      case "--host" -> host = value;
      case "--origin" -> origins = List.of(value);
      case "--operator" -> operator = value;
      case "--metrics" -> metrics = Integer.valueOf(value);
      case "--log" -> least = EventLog.Least.valueOf(value.toUpperCase(Locale.ROOT));
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Serves; 0 when it was stopped, 1 when it could not start.
  @Override
  public Integer call() throws InterruptedException {
    return untilAsked(new CountDownLatch(1));
  }

  /// The same, until asked by Ctrl-C, TERM or this latch.
  int untilAsked(CountDownLatch asked) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    EventLog.begin(System.err, least);
    try (Relay relay = Relay.start(config())) {
      onStop(asked, closed);
      System.out.println(greeting(relay.port()));
      Event.STARTED.note();
      asked.await();
      System.out.println("Stopping; everything that was acknowledged is on disk.");
      Event.STOPPED.note();
    } catch (CannotOpen refused) {
      System.err.println(refused.getMessage());
      return 1;
    } finally {
      closed.countDown();
    }
    return 0;
  }

  /// Ctrl-C or a TERM asks; the process then goes on until the relay is closed.
  private static void onStop(CountDownLatch asked, CountDownLatch closed) {
    Runnable stop =
        () -> {
          asked.countDown();
          try {
            if (!closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
              System.err.println("The relay did not close in time; stopping all the same.");
            }
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "kith-stop"));
  }

  /// All that the options say of the relay.
  RelayConfig config() {
    try {
      List<Listener> listeners = demo ? demoListeners() : List.of(listener());
      return new RelayConfig(
          place(), listeners, operator, Clock.systemUTC(), RelayConfig.SITE, metrics);
    } catch (IllegalArgumentException wrong) {
      throw spec == null ? wrong : Explained.by(spec, wrong);
    }
  }

  /// For picocli to tell. In a class of its own, since a class that names an exception has it
  /// loaded at every start.
  private static final class Explained {
    static RuntimeException by(CommandSpec spec, IllegalArgumentException wrong) {
      return new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }

  /// Everything that was said, for comparing two readings.
  List<Object> said() {
    return List.of(config(), least, demo);
  }

  private Store place() {
    return store == null ? new Store.Folder(data) : new Store.Database(store);
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
        .formatted(where, demo ? "/demo" : "", store == null ? data : "the database");
  }
}
