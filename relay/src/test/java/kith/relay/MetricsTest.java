package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import kith.relay.http.Listener;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The counts for a monitor.
final class MetricsTest {
  @TempDir Path folder;

  private static String get(int port, String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + "\n" + answer.body();
    }
  }

  private RelayConfig config() {
    return new RelayConfig(
        folder, List.of(Listener.local(0)), null, new MovingClock(), Running.SITE);
  }

  @Test
  void answers_are_counted_by_class_and_nothing_names_a_bond_a_route_or_a_size() throws Exception {
    try (Relay relay = Relay.start(config().withMetrics(0))) {
      for (long bond = 1; bond <= 3; bond++) {
        get(relay.port(), Say.entriesOf(bond));
      }
      get(relay.port(), "/health");
      String page = get(relay.metricsPort(), "/metrics");
      assertThat(page)
          .startsWith("200\n")
          .contains("kith_answers_total{status=\"4xx\"} 3.0")
          .contains("kith_answers_total{status=\"2xx\"} 1.0")
          .contains("kith_answer_seconds_count 4")
          .contains("kith_live_streams 0.0")
          .contains("kith_disk_free_bytes ")
          .doesNotContain(Sample.bond(1).text(), "/v1", "127.0.0.1", folder.toString());
      assertThat(page.lines().filter(line -> line.contains("{")))
          .allMatch(line -> line.matches(".*\\{(status=\"(\\dxx|429|507)\"|le=\"[^\"]+\")}.*"));
      assertThat(get(relay.metricsPort(), "/")).startsWith("404\n");
    }
  }

  @Test
  void without_being_asked_for_there_is_no_such_page() throws Exception {
    try (Relay relay = Relay.start(config())) {
      assertThat(relay.metricsPort()).isZero();
      assertThat(get(relay.port(), "/metrics")).doesNotContain("kith_");
    }
  }

  @Test
  void only_this_machine_reaches_it() throws Exception {
    try (Relay relay = Relay.start(config().withMetrics(0))) {
      List<InetAddress> outside =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress())
              .toList();
      for (InetAddress address : outside) {
        assertThat(accepts(address, relay.metricsPort())).as(address.toString()).isFalse();
      }
      assertThat(accepts(InetAddress.getLoopbackAddress(), relay.metricsPort())).isTrue();
    }
  }

  private static boolean accepts(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
