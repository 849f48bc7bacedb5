package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import kith.relay.log.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that fail, are slow, are full, or lose power, in earnest: strace answers for the disk, and
/// small file systems of our own are mounted. Where the machine does not permit that (it takes
/// Linux, root and strace), each test prints what it could not show.
final class DiskTest {
  private static final boolean LONG = Boolean.getBoolean("kith.long");

  /// The forced write that fails, counted from the start of the process.
  private static final int[] FAILING =
      LONG ? LongStream.rangeClosed(1, 50).mapToInt(Math::toIntExact).toArray() : new int[] {9, 30};

  private static final int POWER_CUTS = LONG ? 200 : 4;
  private static final int DELAY_SECONDS = 2;
  private static final int IMAGE_MIB = 48;

  @TempDir Path folder;

  static boolean canTrace() {
    boolean can = Commands.run("strace", "-e", "trace=fsync", "true");
    if (!can) {
      System.out.println("DiskTest: failing and slow disks not shown: strace is not here.");
    }
    return can;
  }

  static List<String> tracing(String fault) {
    return List.of(
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-o",
        "/dev/null",
        "-e",
        "trace=fsync,fdatasync",
        "-e",
        "inject=fsync,fdatasync:" + fault);
  }

  private ChildRelay relay(Path data, List<String> before) throws IOException {
    return ChildRelay.start(data, folder.resolve("output"), before);
  }

  private static int status(HttpResponse<String> answer) {
    return answer.statusCode();
  }

  private static void bond(ChildRelay relay) {
    relay.send(relay.request("PUT", "/v1/bonds/" + Sample.bond(1).text(), null, Say.seat(10)));
  }

  private static CompletableFuture<HttpResponse<String>> append(ChildRelay relay, long handle) {
    return relay.later(relay.request("POST", Say.entriesOf(1), 10L, Say.entry(handle)));
  }

  /// Appends one after the other until something fails; the handles that were acknowledged.
  private static List<Long> fill(ChildRelay relay, long first, int most) {
    List<Long> acknowledged = new ArrayList<>();
    for (long handle = first; handle < first + most; handle++) {
      int status = append(relay, handle).handle((a, lost) -> lost == null ? status(a) : 0).join();
      if (status != 200) {
        return acknowledged;
      }
      acknowledged.add(handle);
    }
    return acknowledged;
  }

  private static void assertAllThere(ChildRelay relay, List<Long> acknowledged) {
    StringBuilder all = new StringBuilder();
    long after = 0;
    String page;
    do {
      String path = Say.entriesOf(1) + "?after=" + after;
      page = relay.send(relay.request("GET", path, 10L, null)).body();
      all.append(page);
      after += 64;
    } while (page.contains("\"more\":true"));
    for (long handle : acknowledged) {
      assertThat(all).contains(Sample.handle(handle).text());
    }
  }

  /// D03
  @Test
  void after_a_forced_write_fails_nothing_is_acknowledged_and_what_was_is_there() throws Exception {
    if (!canTrace()) {
      return;
    }
    for (int failing : FAILING) {
      Path data = folder.resolve("failing-" + failing);
      List<Long> acknowledged = List.of();
      try (ChildRelay relay = relay(data, tracing("error=EIO:when=" + failing + "+"))) {
        bond(relay);
        acknowledged = fill(relay, 1, 200);
        assertThat(acknowledged).hasSizeLessThan(200);
        assertThat(relay.awaitExit()).isEqualTo(Relay.DISK_FAILED);
      } catch (AssertionError | RuntimeException neverBegan) {
        assertThat(acknowledged).as("began, then: " + neverBegan).isEmpty();
      }
      try (ChildRelay relay = relay(data, List.of())) {
        assertAllThere(relay, acknowledged);
      }
    }
  }

  /// D04
  @Test
  void a_slow_disk_makes_answers_late_but_never_early_and_the_process_stays_alive()
      throws Exception {
    if (!canTrace()) {
      return;
    }
    Path data = folder.resolve("slow");
    relay(data, List.of()).stop();
    String fault = "delay_exit=" + DELAY_SECONDS * 1_000_000 + ":when=1+";
    try (ChildRelay relay = relay(data, tracing(fault))) {
      bond(relay);
      long begun = System.nanoTime();
      var append = append(relay, 1);
      var alive = relay.later(relay.request("GET", "/health", null, null));
      assertThat(status(alive.get(DELAY_SECONDS, TimeUnit.SECONDS))).isEqualTo(200);
      assertThat(append).as("not before the disk has it").isNotDone();
      assertThat(status(append.join())).isEqualTo(200);
      assertThat(System.nanoTime() - begun)
          .isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(DELAY_SECONDS));
    }
  }

  /// D02: the store is on a file system in an image file; a copy of the image, at a moment when
  /// nobody expects it, holds what had reached the disk, as after a power cut.
  @Test
  void after_a_power_cut_everything_acknowledged_before_is_there() throws Exception {
    Path image = folder.resolve("image");
    Path mount = Files.createDirectories(folder.resolve("disk"));
    boolean made =
        Commands.run("truncate", "-s", IMAGE_MIB + "M", image.toString())
            && Commands.run("mkfs.ext4", "-q", "-F", image.toString())
            && Commands.run("mount", "-o", "loop", image.toString(), mount.toString());
    if (!made) {
      System.out.println("DiskTest: power cuts not shown: mounting is not permitted here.");
      return;
    }
    List<Long> before;
    List<List<Long>> acknowledged = new ArrayList<>();
    try (ChildRelay relay = relay(mount.resolve("data"), List.of())) {
      bond(relay);
      var done = ConcurrentHashMap.<Long>newKeySet();
      Random random = new Random(Long.getLong("kith.seed", 7));
      long next = 1;
      for (int cut = 0; cut < POWER_CUTS; cut++) {
        int many = 5 + random.nextInt(400 / POWER_CUTS);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 0; i < many; i++) {
          long handle = next++;
          sent.add(append(relay, handle).thenAccept(a -> keep(done, handle, a)));
        }
        sent.get(random.nextInt(many)).join();
        before = List.copyOf(done);
        Files.copy(image, folder.resolve("cut-" + cut));
        acknowledged.add(before);
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
      }
      relay.kill();
    } finally {
      Commands.run("umount", "-l", mount.toString());
    }
    for (int cut = 0; cut < POWER_CUTS; cut++) {
      afterCut(folder.resolve("cut-" + cut), mount, acknowledged.get(cut));
    }
  }

  private static void keep(java.util.Set<Long> done, long handle, HttpResponse<String> answer) {
    if (status(answer) == 200) {
      done.add(handle);
    }
  }

  private void afterCut(Path image, Path mount, List<Long> acknowledged) throws Exception {
    assertThat(Commands.run("mount", "-o", "loop", image.toString(), mount.toString())).isTrue();
    try (ChildRelay relay = relay(mount.resolve("data"), List.of())) {
      assertThat(acknowledged).isNotEmpty();
      assertAllThere(relay, acknowledged);
      relay.kill();
    } finally {
      Commands.run("umount", "-l", mount.toString());
      Files.delete(image);
    }
  }
}
