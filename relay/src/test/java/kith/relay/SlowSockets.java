package kith.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Connections that begin to say something and never finish; whoever is hung up on comes back. In
/// a process of their own, because a process may have only so many, and the relay has as many.
final class SlowSockets implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;
  private static final long END_SECONDS = 30;

  private final Process process;

  private SlowSockets(Process process) {
    this.process = process;
  }

  /// So many at this port, each with the beginning of one of the two texts.
  static SlowSockets open(int port, int many, String one, String other) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SlowSockets.class.getName(),
                Integer.toString(port),
                Integer.toString(many),
                one,
                other)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    SlowSockets sockets = new SlowSockets(process);
    BufferedReader said = process.inputReader(StandardCharsets.US_ASCII);
    if (!("open " + many).equals(said.readLine())) {
      sockets.close();
      throw new IOException("the slow sockets were not opened");
    }
    return sockets;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
  }

  /// The process: a port, how many, and two beginnings.
  static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    int many = Integer.parseInt(arguments[1]);
    List<String> texts = List.of(arguments[2], arguments[3]);
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < many; i++) {
        say(selector, port, texts.get(i % 2));
        selector.selectNow(key -> again(key, port));
      }
      System.out.println("open " + many);
      while (!Thread.currentThread().isInterrupted()) {
        selector.select(key -> again(key, port), LOOK_MILLIS);
      }
    }
  }

  private static void say(Selector selector, int port, String text) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    SocketChannel channel = SocketChannel.open(address);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, text);
  }

  /// It was answered or hung up on.
  private static void again(SelectionKey key, int port) {
    try {
      key.channel().close();
      say(key.selector(), port, (String) key.attachment());
    } catch (IOException refused) {
      throw new java.io.UncheckedIOException(refused);
    }
  }
}
