package kith.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Has what a database wrote into its tables' files go to the disk once a second. Linux lets it lie
/// for thirty seconds and then writes all of it, some hundred megabytes, while every commit waits.
/// An operator sets `vm.dirty_background_bytes` against that (docs/operating.md); a bench must not
/// change a machine's settings, and does the same for its own database.
final class Writeback implements Runnable, AutoCloseable {
  private static final long EVERY_MILLIS = 1_000;

  private final Path tables;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private long since;

  /// Of the files below this folder.
  Writeback(Path tables) {
    this.tables = tables;
    thread = Thread.ofPlatform().daemon().name("kith-writeback").start(this);
  }

  @Override
  public void run() {
    try {
      while (!closing.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        once();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    long begun = System.currentTimeMillis();
    try {
      for (Path file : changed()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(false);
        }
      }
      since = begun;
    } catch (IOException | UncheckedIOException gone) {
      // A table that was dropped meanwhile: the next time finds the others.
    }
  }

  private List<Path> changed() throws IOException {
    try (Stream<Path> files =
        Files.find(
            tables,
            2,
            (_, at) ->
                at.isRegularFile() && at.lastModifiedTime().toMillis() >= since - EVERY_MILLIS)) {
      return files.toList();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
