package kith.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kith.app.bench.Practice;
import kith.relay.log.sqlite.NativeLibrary;
import picocli.CommandLine.Command;

/// `kith rehearse`: a short life of a relay in a folder that is thrown away. Building runs it so
/// that Java can keep what starting and serving need (an AOT cache, JEP 514 and 515), and lays
/// SQLite's library beside it; people never need it.
@Command(name = "rehearse", hidden = true, description = "A short life of a relay, for releases.")
final class Rehearse implements Callable<Integer> {
  /// Long enough that the cache knows how often each part of the code runs.
  private static final double SECONDS = 4;

  /// Between two looks whether it answers.
  private static final long LOOK_MILLIS = 10;

  private static final int OK = 200;

  /// 0 when every step had the answer that it should have.
  @Override
  public Integer call() throws Exception {
    NativeLibrary.lay();
    Path folder = Files.createTempDirectory("kith-rehearsal");
    try {
      return live(folder);
    } finally {
      remove(folder);
    }
  }

  private static int live(Path folder) throws Exception {
    String data = folder.resolve("data").toString();
    Practice.fill(Path.of(data));
    int port = freePort();
    String[] arguments = {"serve", "--port", Integer.toString(port), "--data", data};
    Serve serve = Serve.plainly(arguments).orElseThrow();
    CountDownLatch asked = new CountDownLatch(1);
    FutureTask<Integer> serving = new FutureTask<>(() -> serve.untilAsked(asked));
    new Thread(serving, "rehearsal").start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String page : List.of("/health", "/", "/v1/about")) {
        await(http, "http://127.0.0.1:" + port + page, serving);
      }
    }
    boolean well = Practice.work(port, SECONDS);
    asked.countDown();
    return serving.get() == 0 && well ? 0 : 1;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(HttpClient http, String address, FutureTask<Integer> serving)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    while (!isDone(serving)) {
      try {
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status == OK) {
          return;
        }
        throw new IOException("the rehearsal was answered " + status);
      } catch (ConnectException notYet) {
        // It is asked again.
      }
    }
    throw new IOException("the relay of the rehearsal did not start");
  }

  private static boolean isDone(FutureTask<Integer> serving) throws InterruptedException {
    try {
      serving.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillServing) {
      return false;
    } catch (ExecutionException failed) {
      return true;
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(Rehearse::delete);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
