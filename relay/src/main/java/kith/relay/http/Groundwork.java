package kith.relay.http;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// What listening rests on and what needs no store: the event loops and the app's files. It is laid
/// while the store opens, since both take about as long.
public final class Groundwork implements AutoCloseable {
  private final CompletableFuture<Vertx> vertx;
  private final CompletableFuture<Map<String, SiteFile>> files;

  /// What Netty and Vert.x would make ready at every start and nobody here uses: events for Java's
  /// flight recorder (a quarter of the time from start to the first answer), names for channels out
  /// of the process and the machine's network cards, and a resolver of names of their own.
  private static final Map<String, String> SPARED =
      Map.of(
          "io.netty.jfr.enabled", "false",
          "io.netty.processId", "1",
          "io.netty.machineId", "00:00:00:00:00:00:00:01",
          "vertx.disableDnsResolver", "true");

  /// Netty is told which log there is: to find out, it looks for others through every jar.
  private Groundwork(String site) {
    SPARED.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    vertx = begun(() -> Vertx.vertx(options()));
    files = begun(() -> SiteFile.below(site));
    var _ = begun(Groundwork::pipeline);
    // The first one looks for what Java has of them; every later one is quick.
    var _ = begun(SecureRandom::new);
  }

  /// On a thread of its own: on two cores the common pool has one thread for all.
  private static <T> CompletableFuture<T> begun(Supplier<T> part) {
    return CompletableFuture.supplyAsync(part, task -> Thread.ofPlatform().daemon().start(task));
  }

  /// The first pipeline of a process reads how all that may stand in one is annotated, for which
  /// Java writes classes. Done here once, the first listener does not wait for it.
  private static boolean pipeline() {
    return new EmbeddedChannel(new ChannelInboundHandlerAdapter()).finish();
  }

  /// Begins to lay it; `site` is the class-path prefix of the app's files.
  public static Groundwork begin(String site) {
    return new Groundwork(site);
  }

  private static VertxOptions options() {
    FileSystemOptions noFiles =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    return new VertxOptions()
        .setEventLoopPoolSize(WebServer.loops())
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(noFiles);
  }

  Vertx vertx() {
    return whole(vertx);
  }

  Map<String, SiteFile> files() {
    return whole(files);
  }

  private static <T> T whole(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /// Gives it up, when there will be no server on it.
  @Override
  public void close() {
    var _ = vertx.thenCompose(started -> started.close().toCompletionStage());
  }
}
