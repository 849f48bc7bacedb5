package kith.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kith.relay.log.RelayLog;
import kith.relay.log.sqlite.SqliteLog;
import kith.relay.push.PushServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connections that begin to say something and never finish, and too many of one address.
final class DoorwayTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path folder;
  private RelayLog log;
  private WebServer server;

  @BeforeEach
  void start() {
    log = SqliteLog.open(folder, Clock.systemUTC(), (_, _) -> {});
    var setting = new WebServer.Setting(log, Clock.systemUTC(), null, PushServices.known(), null);
    Groundwork ground = Groundwork.begin("kith/none/");
    server = WebServer.start(setting, List.of(Listener.local(0)), ground, SHORT);
  }

  @AfterEach
  void stop() {
    server.close();
    log.close();
  }

  private String afterSaying(String text) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.ports().getFirst())) {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void a_head_that_never_ends_is_hung_up_on() throws Exception {
    assertThat(afterSaying("GET /health HTTP/1.1\r\nHost: rel")).isEmpty();
    assertThat(afterSaying("")).isEmpty();
  }

  @Test
  void a_body_that_never_ends_is_answered_by_name_and_hung_up_on() throws Exception {
    String head =
        """
        POST /v1/live HTTP/1.1
        Host: relay
        Content-Type: application/json
        Content-Length: 1000

        """
            .replace("\n", "\r\n");
    assertThat(afterSaying(head + "{\"bonds\":"))
        .startsWith("HTTP/1.1 429 ")
        .contains("urn:kith:problem:too-many");
  }

  @Test
  void who_says_everything_in_time_is_answered_and_may_stay() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.ports().getFirst())) {
      for (int i = 0; i < 3; i++) {
        byte[] request =
            "GET /health HTTP/1.1\r\nHost: r\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write(request);
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("ok\n")) {
          answer.append((char) socket.getInputStream().read());
        }
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        afterSaying("");
      }
    }
  }

  @Test
  void one_address_of_the_wide_world_has_so_many_connections_and_another_has_its_own() {
    Visitors visitors = new Visitors();
    for (int i = 0; i < Visitors.PER_ADDRESS; i++) {
      assertThat(visitors.arrives("203.0.113.7")).isTrue();
    }
    assertThat(visitors.arrives("203.0.113.7")).isFalse();
    assertThat(visitors.arrives("203.0.113.8")).isTrue();
    visitors.leaves("203.0.113.7");
    visitors.leaves("203.0.113.7");
    assertThat(visitors.arrives("203.0.113.7")).isTrue();
  }

  @Test
  void through_a_proxy_everybody_comes_from_one_address() {
    Visitors visitors = new Visitors();
    for (String near : List.of("127.0.0.1", "172.18.0.1", "10.1.2.3", "::1", "fd00:1::2")) {
      for (int i = 0; i <= Visitors.PER_ADDRESS; i++) {
        assertThat(visitors.arrives(near)).as(near).isTrue();
      }
    }
    for (int i = 0; i < Visitors.PER_ADDRESS; i++) {
      visitors.arrives("172.32.0.1");
    }
    assertThat(visitors.arrives("172.32.0.1")).isFalse();
  }
}
