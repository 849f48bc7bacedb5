package kith.relay;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A server that reads what it is sent, says nothing, and hangs up when nothing more comes: what
/// somebody costs who sends much, without what a relay makes of it.
final class Nobody implements AutoCloseable {
  private static final int PIECE_BYTES = 65_536;
  private static final int PATIENCE_MILLIS = 1;

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Thread listening = Thread.ofPlatform().start(this::listen);

  Nobody() throws IOException {}

  int port() {
    return socket.getLocalPort();
  }

  private void listen() {
    byte[] piece = new byte[PIECE_BYTES];
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        one.setSoTimeout(PATIENCE_MILLIS);
        InputStream in = one.getInputStream();
        while (in.read(piece) >= 0) {
          // It is for nobody.
        }
      } catch (IOException hungUp) {
        // The next.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      listening.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
