package kith.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A network that does its worst: between a client that sends one request a connection and a
/// relay.
final class ChaosProxy implements AutoCloseable {
  /// What befalls one connection.
  enum Mishap {
    NONE,
    /// Late, so that what was sent after it may come before it.
    DELAYED,
    /// The relay hears it and answers, and the answer never comes.
    LOST_REPLY,
    /// The relay hears it twice.
    DOUBLED,
    /// Half of the request, then nothing more.
    HALF,
    /// Reset before anything is heard.
    RESET
  }

  private static final int LONGEST_DELAY_MILLIS = 40;
  private static final int REQUEST_BYTES = 200_000;

  private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  private final int relayPort;
  private final Random random;
  private final Mishap[] mishaps;

  ChaosProxy(int relayPort, long seed, Mishap... mishaps) throws IOException {
    this.relayPort = relayPort;
    this.random = new Random(seed);
    this.mishaps = mishaps;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket client = server.accept();
        Mishap mishap = mishaps[random.nextInt(mishaps.length)];
        int delay = random.nextInt(LONGEST_DELAY_MILLIS);
        Thread.ofVirtual().start(() -> carry(client, mishap, delay));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void carry(Socket client, Mishap mishap, int delay) {
    try (client) {
      byte[] request = request(client.getInputStream());
      switch (mishap) {
        case NONE -> answer(client, ask(request, request.length));
        case DELAYED -> {
          pass(delay);
          answer(client, ask(request, request.length));
        }
        case LOST_REPLY -> ask(request, request.length);
        case DOUBLED -> {
          ask(request, request.length);
          answer(client, ask(request, request.length));
        }
        case HALF -> ask(request, request.length / 2);
        case RESET -> client.setSoLinger(true, 0);
      }
    } catch (IOException gone) {
      // One side has hung up, as the other will see.
    }
  }

  private static void pass(int millis) {
    new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
  }

  private static void answer(Socket client, byte[] answer) throws IOException {
    client.getOutputStream().write(answer);
  }

  /// The request's bytes: the head, and as much as it announces.
  private static byte[] request(InputStream in) throws IOException {
    byte[] bytes = new byte[REQUEST_BYTES];
    int length = 0;
    while (length < whole(bytes, length)) {
      int count = in.read(bytes, length, bytes.length - length);
      if (count < 0) {
        throw new IOException("hung up");
      }
      length += count;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int whole(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return Integer.MAX_VALUE;
    }
    int at = text.indexOf("Content-Length: ");
    int announced =
        at < 0 || at > end ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
    return end + 4 + announced;
  }

  private byte[] ask(byte[] request, int length) throws IOException {
    try (Socket relay = new Socket(InetAddress.getLoopbackAddress(), relayPort)) {
      OutputStream out = relay.getOutputStream();
      out.write(request, 0, length);
      if (length < request.length) {
        relay.shutdownOutput();
      }
      return relay.getInputStream().readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
