package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kith.relay.log.MovingClock;
import kith.relay.log.Sample;
import kith.wire.Capability;
import kith.wire.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Live streams: they say that there is something new, and nothing else.
final class LiveTest {
  private static final int DAY = MovingClock.FIRST_DAY;
  private static final Capability ONE = Sample.capability(10);
  private static final Capability TWO = Sample.capability(20);

  @TempDir Path folder;
  private Running relay;

  @BeforeEach
  void start() {
    relay = new Running(folder);
    relay.bond(1);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void a_stream_begins_with_where_the_bond_stands_and_tells_of_each_entry() throws Exception {
    relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(1));
    try (LiveReader reader = new LiveReader(relay.port(), Say.live(1, 20))) {
      assertThat(reader.awaitText(Say.nudge(1, 1)))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("Content-Type: text/event-stream\r\n", "Cache-Control: no-store\r\n");
      relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(2));
      reader.awaitText(Say.nudge(1, 2));
      relay.ask("POST", Say.entriesOf(1), TWO, Say.entry(3));
      reader.awaitText(Say.nudge(1, 3));
    }
  }

  @Test
  void a_stream_tells_of_an_opening_and_never_of_a_deposit() throws Exception {
    try (LiveReader reader = new LiveReader(relay.port(), Say.live(1, 20))) {
      String before = reader.awaitText(Say.nudge(1, 0));
      relay.ask("PUT", Say.gateOf(1, 1), ONE, Say.deposit(1, DAY, Sample.words(1)));
      relay.ask("PUT", Say.gateOf(1, 1), ONE, Say.deposit(2, DAY, null));
      relay.ask("PUT", Say.gateOf(1, 1), ONE, Say.deposit(3, DAY, Sample.words(1)));
      relay.ask("PUT", Say.gateOf(1, 1), TWO, Say.deposit(1, DAY, Sample.words(2)));
      String after = reader.awaitText(Say.nudge(1, 1));
      assertThat(after.substring(before.length())).containsOnlyOnce("event: seq");
    }
  }

  @Test
  void a_stream_tells_the_inviter_of_accept_and_both_of_confirm() throws Exception {
    relay.ask("PUT", "/v1/bonds/" + Sample.bond(2).text(), null, Say.seat(30));
    String path = "/v1/invitations/" + Sample.invitation(1).text();
    relay.ask("PUT", path, Sample.capability(30), Say.offer(2, 1, DAY));
    try (LiveReader inviter = new LiveReader(relay.port(), Say.live(2, 30))) {
      String before = inviter.awaitText(Say.nudge(2, 0));
      relay.ask("PUT", path + "/accept", null, Say.accept(2, 40));
      relay.ask("POST", Say.entriesOf(2), Sample.capability(40), Say.entry(1));
      String told = inviter.awaitText(Say.nudge(2, 1)).substring(before.length());
      assertThat(told.split("event: seq", -1)).as("accept, then the entry").hasSize(3);
      assertThat(told).contains(Say.nudge(2, 0));
      relay.ask("PUT", path + "/confirm", Sample.capability(30), Say.confirm(3));
      relay.ask("POST", Say.entriesOf(2), Sample.capability(40), Say.entry(2));
      String more = inviter.awaitText(Say.nudge(2, 2)).substring(before.length());
      assertThat(more.split("event: seq", -1)).hasSize(5);
    }
  }

  @Test
  void a_slow_reader_does_not_hold_up_the_others() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(1024);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port()));
      byte[] request = Running.head("POST", "/v1/live", null, Say.live(1, 20), false);
      socket.getOutputStream().write(request);
      slow.add(socket);
    }
    try (LiveReader quick = new LiveReader(relay.port(), Say.live(1, 10))) {
      quick.awaitText(Say.nudge(1, 0));
      for (int i = 1; i <= Limits.ENTRIES_PER_DAY; i++) {
        Running.expect("200", relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(i)));
      }
      quick.awaitText(Say.nudge(1, Limits.ENTRIES_PER_DAY));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_seat_has_so_many_streams_and_one_more_ends_its_own_oldest() throws Exception {
    List<LiveReader> readers = new ArrayList<>();
    try (LiveReader others = new LiveReader(relay.port(), Say.live(1, 10))) {
      others.awaitText(Say.nudge(1, 0));
      for (int i = 0; i <= Limits.STREAMS_PER_SEAT; i++) {
        readers.add(new LiveReader(relay.port(), Say.live(1, 20)));
        readers.getLast().awaitText(Say.nudge(1, 0));
      }
      readers.getFirst().awaitText("\r\n0\r\n\r\n");
      assertThat(relay.relay().streams()).isEqualTo(Limits.STREAMS_PER_SEAT + 1);
      relay.ask("POST", Say.entriesOf(1), ONE, Say.entry(1));
      readers.getLast().awaitText(Say.nudge(1, 1));
      others.awaitText(Say.nudge(1, 1));
    } finally {
      for (LiveReader reader : readers) {
        reader.close();
      }
    }
  }

  @Test
  void streams_end_when_the_relay_stops_and_it_stops_within_seconds()
      throws IOException, InterruptedException {
    try (LiveReader reader = new LiveReader(relay.port(), Say.live(1, 10))) {
      reader.awaitText(Say.nudge(1, 0));
      long begin = System.nanoTime();
      relay.restart();
      reader.awaitEnd();
      assertThat(System.nanoTime() - begin).isLessThan(8_000_000_000L);
    }
  }
}
