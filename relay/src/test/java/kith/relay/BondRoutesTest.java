package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Taking back, rotating and ending over real sockets.
final class BondRoutesTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Capability ONE = Sample.capability(10);
  private static final Capability TWO = Sample.capability(20);
  private static final String SMALL = Say.b64(Sample.box(1024, 5));

  @Test
  void taking_back_shows_a_tombstone_and_is_a_change(@TempDir Path folder) {
    try (Running relay = new Running(folder)) {
      relay.bond(1);
      String bond = "/v1/bonds/" + Sample.bond(1).text();
      relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(1));
      String body = "{\"tombstone\":\"" + SMALL + "\"}";
      String path = Say.entriesOf(1) + "/1/tombstone";
      assertThat(relay.ask("PUT", path, TWO, body)).startsWith("404 ").contains("entry-unknown");
      assertThat(relay.ask("PUT", path, ONE, body)).isEqualTo("200 {\"day\":" + DAY + "}");
      assertThat(relay.ask("GET", bond + "/changes", TWO, null))
          .startsWith("200 {\"changes\":[{\"change\":1,\"entry\":{\"seq\":1,")
          .contains("\"tombstone\":\"" + SMALL + "\"")
          .endsWith("\"more\":false,\"day\":" + DAY + "}");
      assertThat(relay.ask("GET", bond + "/votes", TWO, null))
          .isEqualTo("200 {\"tick\":%d,\"counters\":[1,1,1],\"day\":%d}".formatted(DAY, DAY));
    }
  }

  @Test
  void a_stream_of_a_dead_capability_ends_and_an_end_is_said_to_both(@TempDir Path folder)
      throws Exception {
    try (Running relay = new Running(folder)) {
      relay.bond(1);
      String bond = "/v1/bonds/" + Sample.bond(1).text();
      try (LiveReader live = new LiveReader(relay.port(), Say.live(1, 10))) {
        live.awaitText(Say.nudge(1, 0));
        assertThat(relay.ask("PUT", bond + "/seat", ONE, Say.seat(11))).startsWith("200 ");
        live.awaitText("0\r\n\r\n");
      }
      assertThat(relay.ask("GET", Say.entriesOf(1), ONE, null)).startsWith("401 ");
      String end = "{\"handle\":\"%s\",\"event\":\"%s\"}".formatted(Sample.handle(9).text(), SMALL);
      assertThat(relay.ask("POST", bond + "/end", Sample.capability(11), end))
          .isEqualTo("200 {\"on\":%d,\"day\":%d}".formatted(DAY, DAY));
      assertThat(relay.ask("GET", Say.entriesOf(1), TWO, null)).contains("\"ended\":" + DAY);
      assertThat(relay.ask("POST", Say.entriesOf(1), TWO, Say.entry(3)))
          .startsWith("410 ")
          .contains("bond-ended");
    }
  }
}
