package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import kith.relay.log.Sample;
import kith.wire.Capability;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody who wishes harm can send, while others go on as before: their slowest answers in a
/// hundred stay within twice what they are without it. In the long form (`-Dkith.long=true`) with
/// 10,000 slow sockets and a bond of a million entries.
final class HostileTest {
  private static final boolean LONG = Boolean.getBoolean("kith.long");
  private static final int SLOW_SOCKETS = LONG ? 10_000 : 500;
  private static final int LONG_BOND = LONG ? 1_000_000 : 20_000;
  private static final int EVERY_MILLIS = 10;
  private static final String HUNG_UP = "hung up";
  private static final Capability ONE = Sample.capability(10);

  @TempDir static Path folder;
  private static Running relay;
  private static final AtomicLong HANDLES = new AtomicLong(1);

  @BeforeAll
  static void start() {
    relay = new Running(folder);
    relay.bond(1);
    relay.bond(2);
    relay.bond(3);
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  /// Writes to a bond and reads from it, day by day, because a seat writes 500 entries a day.
  private static IntConsumer asking(long bond) {
    return i -> {
      if (i == 0) {
        relay.clock.plusMillis(TimeUnit.DAYS.toMillis(1));
      }
      assertThat(relay.send(i % 2 == 0 ? write(bond) : read(bond)).statusCode()).isEqualTo(200);
    };
  }

  private static HttpRequest.Builder write(long bond) {
    return relay.request("POST", Say.entriesOf(bond), ONE, Say.entry(HANDLES.getAndIncrement()));
  }

  private static HttpRequest.Builder read(long bond) {
    return relay.request("GET", Say.entriesOf(bond), ONE, null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String post(int length) {
    return """
    POST %s HTTP/1.1
    Host: r
    Authorization: Bearer %s
    Content-Type: application/json
    Content-Length: %d

    """
        .replace("\n", "\r\n")
        .formatted(Say.entriesOf(2), ONE.text(), length);
  }

  @Test
  void many_slow_sockets_hold_up_nobody_else() throws Exception {
    String head = "GET /health HTT";
    String body = post(90_000) + "{\"handle\":";
    Others.goOn(
        SLOW_SOCKETS + " slow sockets",
        asking(1),
        () -> SlowSockets.open(relay.port(), SLOW_SOCKETS, head, body));
  }

  /// Sends the same again and again, a hundred times a second, and looks at each answer. Whoever
  /// sends it works on the processors that the relay has, so it is sent to [Nobody] meanwhile where
  /// others are looked at without it.
  private static void whileSent(String what, String request, String answer, long bond)
      throws Exception {
    byte[] sent = bytes(request);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (Nobody nobody = new Nobody()) {
      Others.compare(
          what,
          new Others.Turn(asking(bond), () -> often(() -> answerTo(nobody.port(), sent, answer))),
          new Others.Turn(
              asking(bond), () -> often(() -> seen.add(answerTo(relay.port(), sent, answer)))));
    }
    assertThat(seen).contains(answer).isSubsetOf(answer, HUNG_UP);
  }

  private static AutoCloseable often(Runnable act) {
    ScheduledExecutorService hostile = Executors.newSingleThreadScheduledExecutor();
    var _ = hostile.scheduleAtFixedRate(act, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return () -> {
      hostile.shutdownNow();
      assertThat(hostile.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    };
  }

  /// The relay does not hear everything out, so the answer may be lost with the connection.
  private static String answerTo(int port, byte[] request, String expected) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request);
      byte[] head = socket.getInputStream().readNBytes(expected.length());
      return new String(head, StandardCharsets.US_ASCII);
    } catch (IOException hungUp) {
      return HUNG_UP;
    }
  }

  @Test
  void deep_and_large_json_holds_up_nobody_else() throws Exception {
    String deep = "{\"a\":" + "[".repeat(200_000);
    whileSent("deep JSON", post(deep.length()) + deep, "HTTP/1.1 400", 1);
    String wide = "{\"a\":[" + "1,".repeat(100_000) + "1]}";
    whileSent("wide JSON", post(wide.length()) + wide, "HTTP/1.1 400", 2);
  }

  @Test
  void huge_headers_hold_up_nobody_else() throws Exception {
    String huge = "GET /health HTTP/1.1\r\nX: " + "x".repeat(100_000) + "\r\n\r\n";
    whileSent("a huge header", huge, "HTTP/1.1 400", 1);
    String many = "GET /health HTTP/1.1\r\n" + "X: y\r\n".repeat(20_000) + "\r\n";
    whileSent("many headers", many, "HTTP/1.1 400", 1);
  }

  @Test
  void a_very_long_bond_is_as_quick_as_a_short_one_and_holds_up_nobody_else() throws Exception {
    lengthen(3);
    assertThat(relay.ask("GET", Say.entriesOf(3) + "?after=" + (LONG_BOND - 1), ONE, null))
        .startsWith("200 ")
        .contains("{\"seq\":" + LONG_BOND + ",");
    String what = "a bond of " + LONG_BOND + " entries";
    Others.compare(what + ", itself", Others.Turn.calm(asking(1)), Others.Turn.calm(asking(3)));
    Others.goOn(what + ", being read", asking(1), () -> often(HostileTest::readAnywhere));
  }

  private static void readAnywhere() {
    long after = ThreadLocalRandom.current().nextLong(LONG_BOND);
    relay.raw("GET", Say.entriesOf(3) + "?after=" + after, ONE, null);
  }

  /// Written past the relay, which would take years of days for it.
  private static void lengthen(long bond) throws SQLException {
    String file = "jdbc:sqlite:" + relay.folder().resolve("kith.db");
    try (Connection connection = DriverManager.getConnection(file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute(
          """
          WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n WHERE seq < %d)
          INSERT INTO entries (bond, seq, day, seat, handle, event)
          SELECT (SELECT number FROM bonds WHERE hex(id) = '%s'), seq, 1, 0, randomblob(16),
            zeroblob(1024) FROM n
          """
              .formatted(LONG_BOND, HexFormat.of().withUpperCase().formatHex(id(bond))));
    }
  }

  private static byte[] id(long bond) {
    return Sample.bond(bond).id().bytes();
  }
}
