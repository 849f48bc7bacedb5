package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
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

  private static final int POWER_CUTS = Integer.getInteger("kith.cuts", LONG ? 200 : 4);
  private static final int DELAY_SECONDS = 2;
  private static final int IMAGE_MIB = 80;

  /// Entries on their way when the power goes.
  private static final int LEAST_ENTRIES = 10;

  private static final int FURTHER_ENTRIES = 40;

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

  private static void bond(ChildRelay relay, long bond) {
    relay.send(relay.request("PUT", "/v1/bonds/" + Sample.bond(bond).text(), null, Say.seat(10)));
  }

  private static CompletableFuture<HttpResponse<String>> append(
      ChildRelay relay, long bond, long handle) {
    return relay.later(relay.request("POST", Say.entriesOf(bond), 10L, Say.entry(handle)));
  }

  /// Appends one after the other until something fails; the handles that were acknowledged.
  private static List<Long> fill(ChildRelay relay, long first, int most) {
    List<Long> acknowledged = new ArrayList<>();
    for (long handle = first; handle < first + most; handle++) {
      int status =
          append(relay, 1, handle).handle((a, lost) -> lost == null ? status(a) : 0).join();
      if (status != 200) {
        return acknowledged;
      }
      acknowledged.add(handle);
    }
    return acknowledged;
  }

  private static void assertAllThere(ChildRelay relay, List<Long> acknowledged) {
    String path = Say.entriesOf(1) + "?after=";
    assertAllThere(
        after -> relay.send(relay.request("GET", path + after, 10L, null)).body(), acknowledged);
  }

  private static void assertAllThere(LongFunction<String> pages, List<Long> acknowledged) {
    StringBuilder all = new StringBuilder();
    long after = 0;
    String page;
    do {
      page = pages.apply(after);
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
        bond(relay, 1);
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
      bond(relay, 1);
      long begun = System.nanoTime();
      var append = append(relay, 1, 1);
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
    Path mount = folder.resolve("disk");
    boolean made =
        Commands.run("truncate", "-s", IMAGE_MIB + "M", image.toString())
            && Commands.run("mkfs.ext4", "-q", "-F", image.toString())
            && mounted(image, mount);
    if (!made) {
      System.out.println("DiskTest: power cuts not shown: mounting is not permitted here.");
      return;
    }
    long seed = Long.getLong("kith.seed", System.nanoTime());
    System.out.println("DiskTest: repeat with -Dkith.seed=" + seed);
    Random random = new Random(seed);
    List<List<Long>> before = new ArrayList<>();
    try (ChildRelay relay = relay(mount.resolve("data"), List.of())) {
      for (int cut = 1; cut <= POWER_CUTS; cut++) {
        before.add(cutOff(relay, cut, random, image));
        afterCut(cut, before);
      }
    } finally {
      Commands.run("umount", "-l", mount.toString());
    }
    int acknowledged = before.stream().mapToInt(List::size).sum();
    System.out.println("DiskTest: " + POWER_CUTS + " power cuts, " + acknowledged + " entries");
  }

  private static boolean mounted(Path image, Path at) throws IOException {
    Files.createDirectories(at);
    return Commands.run("mount", "-o", "loop", image.toString(), at.toString());
  }

  /// Adds to a bond of its own and takes the picture in the middle of it; what was acknowledged by
  /// then. The relay stands still meanwhile, since a power cut is one moment and copying takes
  // some.
  private List<Long> cutOff(ChildRelay relay, long bond, Random random, Path image)
      throws IOException {
    bond(relay, bond);
    Set<Long> done = ConcurrentHashMap.newKeySet();
    int many = LEAST_ENTRIES + random.nextInt(FURTHER_ENTRIES);
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (long handle = 1; handle <= many; handle++) {
      long one = handle;
      sent.add(append(relay, bond, one).thenAccept(answer -> keep(done, one, answer)));
    }
    sent.get(random.nextInt(many)).join();
    List<Long> before = List.copyOf(done);
    assertThat(relay.signal("STOP")).isTrue();
    Files.copy(image, folder.resolve("cut"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(relay.signal("CONT")).isTrue();
    CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
    return before;
  }

  private static void keep(Set<Long> done, long handle, HttpResponse<String> answer) {
    if (status(answer) == 200) {
      done.add(handle);
    }
  }

  /// What the copy holds of this bond and of the one before, as a relay that is started on it says.
  private void afterCut(int cut, List<List<Long>> acknowledged) throws IOException {
    Path mount = folder.resolve("after");
    assertThat(mounted(folder.resolve("cut"), mount)).isTrue();
    try (Running relay = new Running(mount.resolve("data"))) {
      assertThat(acknowledged.getLast()).isNotEmpty();
      for (int bond = Math.max(1, cut - 1); bond <= cut; bond++) {
        String path = Say.entriesOf(bond);
        assertAllThere(after -> page(relay, path + "?after=" + after), acknowledged.get(bond - 1));
      }
    } finally {
      assertThat(Commands.run("umount", mount.toString())).isTrue();
    }
  }

  private static String page(Running relay, String path) {
    return relay.send(relay.request("GET", path, Sample.capability(10), null)).body();
  }
}
