package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A small file system in memory, mounted for one test; it takes Linux and root.
final class SmallDisk implements AutoCloseable {
  static final long RESERVE_BYTES = 20L << 20;
  private static final int BLOCK = 64 * 1024;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Path mount;

  private SmallDisk(Path mount) {
    this.mount = mount;
  }

  /// Whether one could be mounted at the new folder; says so when not.
  static boolean mounted(Path mount, int mebibytes, String what) throws IOException {
    Files.createDirectories(mount);
    String size = "size=" + mebibytes + "m";
    boolean can = Commands.run("mount", "-t", "tmpfs", "-o", size, "tmpfs", mount.toString());
    if (!can) {
      System.out.println(what + " not shown: mounting is not permitted here.");
    }
    return can;
  }

  /// The one that is mounted there.
  static SmallDisk at(Path mount) {
    return new SmallDisk(mount);
  }

  Path data() {
    return mount.resolve("data");
  }

  /// Leaves no byte free.
  void fillUp() throws IOException {
    byte[] block = new byte[BLOCK];
    for (int length = BLOCK; length > 0; length /= 2) {
      try (OutputStream out = Files.newOutputStream(mount.resolve("filler-" + length))) {
        while (Files.getFileStore(mount).getUsableSpace() >= 0) {
          out.write(block, 0, length);
        }
      } catch (IOException full) {
        // As wanted; a smaller piece may still fit.
      }
    }
  }

  /// Waits until the relay has its reserve.
  void awaitReserve() throws IOException {
    Path reserve = data().resolve("reserve");
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!Files.exists(reserve) || Files.size(reserve) < RESERVE_BYTES) {
      assertThat(System.nanoTime()).as("the reserve is made").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /// Gives the room back.
  void makeRoom() throws IOException {
    for (int length = BLOCK; length > 0; length /= 2) {
      Files.deleteIfExists(mount.resolve("filler-" + length));
    }
  }

  long free() throws IOException {
    return Files.getFileStore(mount).getUsableSpace();
  }

  @Override
  public void close() {
    Commands.run("umount", "-l", mount.toString());
  }
}
