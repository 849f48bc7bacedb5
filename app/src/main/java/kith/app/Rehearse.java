package kith.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

  /// How a good answer begins. What asks is as plain as can be: all that it loads would be in the
  /// cache too, and make every start longer.
  private static final String OK = "HTTP/1.1 200 ";

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
    for (String page : List.of("/health", "/", "/v1/about")) {
      await(port, page, serving);
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

  private static void await(int port, String page, FutureTask<Integer> serving)
      throws IOException, InterruptedException {
    while (!isDone(serving)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        String ask = "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (answer.startsWith(OK)) {
          return;
        }
        throw new IOException("the rehearsal was answered " + answer.lines().findFirst());
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
