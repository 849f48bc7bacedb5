package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kith.relay.http.Listener;
import kith.relay.log.CannotOpen;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting and failing: in plain words, and without acknowledging anything that is not kept.
final class StartTest {
  @TempDir Path folder;

  @Test
  void a_port_in_use_is_said_plainly_and_the_folder_is_let_go() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      RelayConfig config = RelayConfig.local(folder, taken.getLocalPort());
      assertThatThrownBy(() -> Relay.start(config))
          .isInstanceOf(CannotOpen.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("choose another");
    }
    Relay.start(RelayConfig.local(folder, 0)).close();
  }

  @Test
  void a_second_process_on_the_same_folder_is_refused_plainly() throws Exception {
    try (ChildRelay first = ChildRelay.start(folder.resolve("data"), folder.resolve("one"))) {
      assertThat(first.send(first.request("GET", "/health", null, null)).statusCode())
          .isEqualTo(200);
      assertThatThrownBy(() -> ChildRelay.start(folder.resolve("data"), folder.resolve("two")))
          .hasMessageContaining("Another Kith is using the data folder");
    }
  }

  @Test
  void settings_that_cannot_be_are_refused_plainly() {
    assertThatThrownBy(() -> new Listener("127.0.0.1", 70_000, List.of(), List.of(), List.of()))
        .hasMessageContaining("port");
    for (String wrong : List.of("kith.example", "https://kith.example/", "https://a b", "*")) {
      assertThatThrownBy(() -> new Listener("127.0.0.1", 0, List.of(wrong), List.of(), List.of()))
          .hasMessageContaining("is not an origin");
    }
    assertThatThrownBy(() -> new RelayConfig(folder, List.of(), null, new MovingClock(), "x/"))
        .hasMessageContaining("at least one address");
  }

  @Test
  void several_listeners_share_one_store() {
    List<Listener> two = List.of(Listener.local(0), Listener.local(0));
    RelayConfig config = new RelayConfig(folder, two, null, new MovingClock(), Running.SITE);
    try (Relay relay = Relay.start(config)) {
      assertThat(relay.ports()).hasSize(2).doesNotHaveDuplicates();
    }
  }

  /// The disk fails in earnest: the process may not write files beyond a size (RLIMIT_FSIZE), which
  /// SQLite sees as an I/O error. The reserve fits in; the store soon does not.
  @Test
  void when_the_disk_fails_the_relay_stops_and_everything_acknowledged_is_there() throws Exception {
    Path data = folder.resolve("data");
    Path output = folder.resolve("output");
    List<String> limited = List.of("bash", "-c", "ulimit -f 24576; exec \"$@\"", "limited");
    List<Long> acknowledged = new ArrayList<>();
    try (ChildRelay relay = ChildRelay.start(data, output, limited)) {
      relay.send(relay.request("PUT", "/v1/bonds/" + Sample.bond(1).text(), null, Say.seat(10)));
      fill(relay, acknowledged);
      assertThat(relay.awaitExit()).isEqualTo(Relay.DISK_FAILED);
      assertThat(relay.output()).contains("The disk failed under the relay; it stops");
    }
    assertThat(acknowledged).isNotEmpty();
    try (ChildRelay relay = ChildRelay.start(data, output)) {
      for (long handle : acknowledged) {
        String again = Say.largeEntry(handle);
        HttpResponse<String> answer =
            relay.send(relay.request("POST", Say.entriesOf(1), 10L, again));
        assertThat(answer.body()).startsWith("{\"seq\":" + handle + ",");
      }
    }
  }

  private static void fill(ChildRelay relay, List<Long> acknowledged) {
    try {
      for (long i = 1; i <= 490; i++) {
        HttpResponse<String> answer =
            relay.send(relay.request("POST", Say.entriesOf(1), 10L, Say.largeEntry(i)));
        if (answer.statusCode() == 200) {
          acknowledged.add(i);
        }
      }
    } catch (RuntimeException gone) {
      // Expected: the relay stopped in the middle of a request.
    }
  }
}
