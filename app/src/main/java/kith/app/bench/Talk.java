package kith.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One connection to the relay: sends a request, and says when its whole answer is there.
final class Talk {
  /// For the answers of whole exchanges.
  static final int ANSWER_BYTES = 64 * 1024;

  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer in;
  private ByteBuffer out = ByteBuffer.allocate(0);

  /// With room for answers of so many bytes.
  Talk(int port, Selector selector, Object owner, int answerBytes) throws IOException {
    in = ByteBuffer.allocate(answerBytes);
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, owner);
  }

  void send(byte[] request) throws IOException {
    in.clear();
    out = ByteBuffer.wrap(request);
    flush();
  }

  /// Goes on sending what the connection did not take at once.
  void flush() throws IOException {
    channel.write(out);
    boolean more = out.hasRemaining();
    key.interestOps(more ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /// Takes in what has come; the status once the answer is whole, otherwise 0.
  int take() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("the relay closed a connection");
    }
    byte[] bytes = in.array();
    int end = endOfHead(bytes, in.position());
    if (end < 0 || in.position() < end + length(bytes, end)) {
      return 0;
    }
    return 100 * (bytes[9] - '0') + 10 * (bytes[10] - '0') + bytes[11] - '0';
  }

  /// Counts the bytes that have come and forgets them.
  int drain() throws IOException {
    in.clear();
    return channel.read(in);
  }

  private static int endOfHead(byte[] bytes, int count) {
    for (int i = 3; i < count; i++) {
      if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int length(byte[] bytes, int end) {
    for (int i = 0; i + LENGTH.length < end; i++) {
      if (startsWith(bytes, i)) {
        int length = 0;
        for (int at = i + LENGTH.length; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
          length = 10 * length + bytes[at] - '0';
        }
        return length;
      }
    }
    return 0;
  }

  private static boolean startsWith(byte[] bytes, int from) {
    for (int i = 0; i < LENGTH.length; i++) {
      if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  void close() throws IOException {
    channel.close();
  }
}
