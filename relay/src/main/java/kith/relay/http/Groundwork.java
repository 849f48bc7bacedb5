package kith.relay.http;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What listening rests on and what needs no store: the event loops and the app's files. It is laid
/// while the store opens, since both take about as long.
public final class Groundwork implements AutoCloseable {
  private final CompletableFuture<Vertx> vertx;
  private final CompletableFuture<Map<String, SiteFile>> files;

  /// Netty's events for Java's flight recorder, which nobody here listens to: making them takes a
  /// quarter of the time from start to the first answer.
  private static final String NETTY_EVENTS = "io.netty.jfr.enabled";

  /// Netty is told which log there is: to find out, it looks for others through every jar.
  private Groundwork(String site) {
    if (System.getProperty(NETTY_EVENTS) == null) {
      System.setProperty(NETTY_EVENTS, "false");
    }
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    vertx = CompletableFuture.supplyAsync(() -> Vertx.vertx(options()));
    files = CompletableFuture.supplyAsync(() -> SiteFile.below(site));
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
