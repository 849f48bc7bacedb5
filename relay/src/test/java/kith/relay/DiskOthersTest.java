package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntConsumer;
import kith.relay.log.Sample;
import kith.wire.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others wait while the disk is full or slow, next to what they wait while it is neither;
/// beside both somebody writes long words, as many in a second. With a full disk new words are
/// refused by name; reading and what the reserve is for (here: taking a deposit out) go on. With
/// slow forced writes every write waits for one; reading, health and live streams do not. When a
/// forced write fails, the process ends ([DiskTest]): there is nobody left to wait.
final class DiskOthersTest {
  /// Room for the reserve, and for all that is written while the disk is not full.
  private static final int MEBIBYTES = 256;
  private static final int EXPIRES = Days.of(System.currentTimeMillis()) + 20;

  /// A hundred times what a disk takes.
  private static final int DELAY_MICROS = 100_000;

  /// From one of the long words to the next.
  private static final int EVERY_MILLIS = 20;

  /// The same where each takes as long as a slow forced write, and a little.
  private static final int SLOWLY_MILLIS = 150;

  private final AtomicLong handles = new AtomicLong(1_000);

  @TempDir Path folder;

  private static void bond(ChildRelay relay, long number) {
    done(relay, "PUT", "/v1/bonds/" + Sample.bond(number).text(), null, Say.seat(10));
    String invitation = "/v1/invitations/" + Sample.invitation(number).text();
    done(relay, "PUT", invitation, 10L, Say.offer(number, 1, EXPIRES));
    done(relay, "PUT", invitation + "/accept", null, Say.accept(2, 20));
    done(relay, "POST", Say.entriesOf(number), 10L, Say.entry(1));
  }

  private static void done(
      ChildRelay relay, String method, String path, @Nullable Long who, String body) {
    HttpResponse<String> answer = relay.send(relay.request(method, path, who, body));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private static IntConsumer reading(ChildRelay relay, long bond) {
    return _ ->
        assertThat(relay.send(relay.request("GET", Say.entriesOf(bond), 20L, null)).statusCode())
            .isEqualTo(200);
  }

  /// Each with a higher number: what it takes out was there or not, as far as the relay tells.
  private IntConsumer takingOut(ChildRelay relay, long bond) {
    return _ -> {
      int revision = (int) handles.getAndIncrement();
      done(relay, "PUT", Say.gateOf(bond, 1), 20L, Say.deposit(revision, EXPIRES, null));
    };
  }

  /// Somebody goes on trying to add to a bond; the answers are this one, or that it is done:
  /// room in the store's own files comes and goes.
  private AutoCloseable writing(ChildRelay relay, long bond, int status, int everyMillis) {
    var writer = Executors.newSingleThreadScheduledExecutor();
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    Runnable write =
        () -> {
          String entry = Say.largeEntry(handles.getAndIncrement());
          var request = relay.request("POST", Say.entriesOf(bond), 10L, entry);
          seen.add(relay.send(request).statusCode());
        };
    var _ = writer.scheduleAtFixedRate(write, 0, everyMillis, TimeUnit.MILLISECONDS);
    return () -> {
      writer.shutdown();
      assertThat(writer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(seen).contains(status).isSubsetOf(200, status);
    };
  }

  @Test
  void on_a_full_disk_others_read_and_take_out_as_quickly_as_before() throws Exception {
    Path mount = folder.resolve("small");
    if (!SmallDisk.mounted(mount, MEBIBYTES, "DiskOthersTest: a full disk")) {
      return;
    }
    try (SmallDisk disk = SmallDisk.at(mount);
        ChildRelay relay = ChildRelay.start(disk.data(), folder.resolve("output"))) {
      bond(relay, 1);
      bond(relay, 2);
      disk.awaitReserve();
      besideFull("a full disk, reading", reading(relay, 2), disk, relay);
      besideFull("a full disk, taking out", takingOut(relay, 2), disk, relay);
    }
  }

  private void besideFull(String what, IntConsumer asking, SmallDisk disk, ChildRelay relay)
      throws Exception {
    Others.compare(
        what,
        new Others.Turn(asking, () -> writing(relay, 1, 200, EVERY_MILLIS)),
        new Others.Turn(asking, () -> full(disk, relay)));
  }

  private AutoCloseable full(SmallDisk disk, ChildRelay relay) throws Exception {
    disk.fillUp();
    HttpResponse<String> refused;
    do {
      String entry = Say.largeEntry(handles.getAndIncrement());
      refused = relay.send(relay.request("POST", Say.entriesOf(1), 10L, entry));
    } while (refused.statusCode() == 200);
    assertThat(refused.body()).contains("urn:kith:problem:storage-full");
    AutoCloseable trying = writing(relay, 1, 507, EVERY_MILLIS);
    return () -> {
      trying.close();
      disk.makeRoom();
      disk.awaitReserve();
    };
  }

  @Test
  void beside_slow_forced_writes_others_read_and_listen_as_quickly_as_without() throws Exception {
    if (!DiskTest.canTrace()) {
      return;
    }
    Path slowly = folder.resolve("slowly");
    try (ChildRelay before = ChildRelay.start(slowly, folder.resolve("output"))) {
      bond(before, 1);
      bond(before, 2);
      before.stop();
    }
    List<String> slow = DiskTest.tracing("delay_exit=" + DELAY_MICROS + ":when=1+");
    // Watched as well, and let be: what watching costs is not the disk's.
    List<String> watched = DiskTest.tracing("delay_exit=1:when=1+");
    try (ChildRelay slowed = ChildRelay.start(slowly, folder.resolve("slow"), slow);
        ChildRelay quick =
            ChildRelay.start(folder.resolve("quickly"), folder.resolve("quick"), watched)) {
      bond(quick, 1);
      bond(quick, 2);
      besideSlow("slow forced writes, reading", relay -> reading(relay, 2), quick, slowed);
      besideSlow("slow forced writes, health", DiskOthersTest::health, quick, slowed);
      besideSlow("slow forced writes, listening", DiskOthersTest::listening, quick, slowed);
    }
  }

  private void besideSlow(
      String what, Function<ChildRelay, IntConsumer> asking, ChildRelay quick, ChildRelay slowed)
      throws Exception {
    Others.compare(what, beside(asking, quick), beside(asking, slowed));
  }

  private Others.Turn beside(Function<ChildRelay, IntConsumer> asking, ChildRelay relay) {
    return new Others.Turn(asking.apply(relay), () -> writing(relay, 1, 200, SLOWLY_MILLIS));
  }

  private static IntConsumer health(ChildRelay relay) {
    return _ ->
        assertThat(relay.send(relay.request("GET", "/health", null, null)).statusCode())
            .isEqualTo(200);
  }

  /// From asking for a stream to its first word.
  private static IntConsumer listening(ChildRelay relay) {
    return _ -> {
      try (LiveReader live = new LiveReader(relay.port(), Say.live(2, 20))) {
        live.awaitText(Say.nudge(2, 1));
      } catch (Exception lost) {
        throw new AssertionError(lost);
      }
    };
  }
}
