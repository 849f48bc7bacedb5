package kith.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Reads a live stream over a socket of its own and keeps every byte.
final class LiveReader implements AutoCloseable {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final Socket socket;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean ended;

  LiveReader(int port, String body) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(Running.head("POST", "/v1/live", null, body, false));
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try {
      InputStream in = socket.getInputStream();
      byte[] part = new byte[4096];
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        keep(part, count);
      }
    } catch (IOException closed) {
      // The test closed the socket, or the relay cut it: the same to us.
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  private synchronized void keep(byte[] part, int count) {
    bytes.write(part, 0, count);
    notifyAll();
  }

  /// All bytes so far.
  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// Waits until the stream ends with this text; all bytes so far.
  synchronized String awaitText(String end) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!text().contains(end)) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0 || ended) {
        throw new AssertionError("never came: " + end + " in " + text());
      }
      wait(left);
    }
    return text();
  }

  /// Waits until the relay ends the stream.
  synchronized void awaitEnd() throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!ended) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("the stream did not end");
      }
      wait(left);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
