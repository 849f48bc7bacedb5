package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;
import kith.relay.log.Sample;
import kith.wire.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D05 and D06: a disk without a free byte. What people take back, leave or rest goes on out of a
/// reserve, and is there after a kill; nothing else is stored, and everything can be read.
final class FullDiskTest {
  private static final int MEBIBYTES = 40;
  private static final int EXPIRES = Days.of(System.currentTimeMillis()) + 20;
  private static final String SMALL = Say.b64(Sample.box(1024, 5));

  @TempDir Path folder;

  private ChildRelay relay(SmallDisk disk) throws Exception {
    return ChildRelay.start(disk.data(), folder.resolve("output"));
  }

  private static HttpResponse<String> send(
      ChildRelay relay, String method, String path, @Nullable Long who, @Nullable String body) {
    return relay.send(relay.request(method, path, who, body));
  }

  private static void done(
      ChildRelay relay, String method, String path, @Nullable Long who, String body) {
    HttpResponse<String> answer = send(relay, method, path, who, body);
    assertThat(answer.statusCode()).as(method + " " + answer.body()).isBetween(200, 201);
  }

  private static void bond(ChildRelay relay, long number) {
    done(relay, "PUT", "/v1/bonds/" + Sample.bond(number).text(), null, Say.seat(10));
    String invitation = "/v1/invitations/" + Sample.invitation(number).text();
    done(relay, "PUT", invitation, 10L, Say.offer(number, 1, EXPIRES));
    done(relay, "PUT", invitation + "/accept", null, Say.accept(2, 20));
    for (long handle = 1; handle <= 6; handle++) {
      done(relay, "POST", Say.entriesOf(number), 10L, Say.largeEntry(handle));
    }
    done(relay, "PUT", Say.gateOf(number, 1), 10L, Say.deposit(1, EXPIRES, Sample.words(1)));
  }

  private static String reserved(long handle) {
    return "{\"handle\":\"%s\",\"reserved\":true,\"parts\":%s}"
        .formatted(Sample.handle(handle).text(), Say.parts(Sample.event(handle)));
  }

  private static void safetyVerbs(ChildRelay relay) {
    String bond = "/v1/bonds/" + Sample.bond(1).text();
    String tombstone = "{\"tombstone\":\"" + SMALL + "\"}";
    done(relay, "PUT", Say.entriesOf(1) + "/1/tombstone", 10L, tombstone);
    done(relay, "PUT", Say.gateOf(1, 1), 10L, Say.deposit(2, EXPIRES, null));
    String end = "{\"handle\":\"%s\",\"event\":\"%s\"}".formatted(Sample.handle(60).text(), SMALL);
    done(relay, "POST", bond + "/end", 20L, end);
  }

  private static void assertKept(ChildRelay relay) {
    String entries = send(relay, "GET", Say.entriesOf(1), 10L, null).body();
    assertThat(entries).contains(Sample.handle(50).text(), SMALL, "\"ended\":");
    assertThat(entries).contains(Sample.handle(60).text());
    assertThat(send(relay, "GET", Say.entriesOf(2), 10L, null).body())
        .contains(Sample.handle(6).text());
  }

  @Test
  void without_a_free_byte_safety_verbs_are_done_and_outlive_a_kill() throws Exception {
    Path mount = folder.resolve("small");
    if (!SmallDisk.mounted(mount, MEBIBYTES, "FullDiskTest: safety verbs at a full disk")) {
      return;
    }
    try (SmallDisk disk = SmallDisk.at(mount)) {
      try (ChildRelay relay = relay(disk)) {
        bond(relay, 1);
        bond(relay, 2);
        disk.awaitReserve();
        disk.fillUp();
        untilRefused(relay, 100, Say::largeEntry);
        untilRefused(relay, 200, Say::entry);
        assertThat(disk.free()).isZero();
        done(relay, "POST", Say.entriesOf(1), 20L, reserved(50));
        assertThat(Files.size(disk.data().resolve("reserve"))).isLessThan(SmallDisk.RESERVE_BYTES);
        safetyVerbs(relay);
        assertKept(relay);
        relay.kill();
      }
      disk.fillUp();
      try (ChildRelay relay = relay(disk)) {
        assertKept(relay);
        untilRefused(relay, 300, Say::largeEntry);
        disk.makeRoom();
        done(relay, "POST", Say.entriesOf(2), 10L, Say.largeEntry(70));
        disk.awaitReserve();
        relay.stop();
      }
    }
  }

  @Test
  void on_a_full_disk_it_says_so_nothing_is_half_and_with_room_it_resumes_by_itself()
      throws Exception {
    Path mount = folder.resolve("small");
    if (!SmallDisk.mounted(mount, MEBIBYTES, "FullDiskTest: a full disk")) {
      return;
    }
    try (SmallDisk disk = SmallDisk.at(mount);
        ChildRelay relay = relay(disk)) {
      bond(relay, 2);
      disk.awaitReserve();
      disk.fillUp();
      untilRefused(relay, 100, Say::largeEntry);
      String during = send(relay, "GET", Say.entriesOf(2), 20L, null).body();
      disk.makeRoom();
      for (long handle = 200; handle < 210; handle++) {
        done(relay, "POST", Say.entriesOf(2), 10L, Say.largeEntry(handle));
      }
      String after = send(relay, "GET", Say.entriesOf(2), 20L, null).body();
      int shown = during.indexOf("],\"more\"");
      assertThat(shown).isPositive();
      assertThat(after).as("what was read stays").startsWith(during.substring(0, shown));
    }
  }

  /// Writes until there is no room, not even in what the files had already taken.
  private static void untilRefused(ChildRelay relay, long first, LongFunction<String> entry) {
    HttpResponse<String> answer;
    long handle = first;
    do {
      answer = send(relay, "POST", Say.entriesOf(2), 10L, entry.apply(handle++));
    } while (answer.statusCode() == 200);
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(answer.body()).contains("urn:kith:problem:storage-full");
  }
}
