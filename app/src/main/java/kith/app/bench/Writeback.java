package kith.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Has what a database wrote into its tables' files go to the disk ten times a second. Linux lets
/// it lie for thirty seconds and then writes all of it, some hundred megabytes, while every commit
/// waits. An operator sets `vm.dirty_background_bytes` against that (docs/operating.md); a bench
/// must not change a machine's settings, and does the same for its own database: it asks the kernel
/// to begin writing (`sync_file_range(2)`, as PostgreSQL does for its own `checkpoint_flush_after`)
/// and waits for nothing. To force the files would also write the file system's journal, for which
/// commits wait.
final class Writeback implements Runnable, AutoCloseable {
  private static final long EVERY_MILLIS = 100;

  /// Which files change is looked up once in so many times: a database has a thousand of them.
  private static final int LOOKS = 10;

  /// Files that changed since the look before the last.
  private static final long RECENT_MILLIS = 2 * LOOKS * EVERY_MILLIS;

  private static final int WRITE_ONLY = 1;
  private static final int BEGIN_WRITING = 2;

  private final Path tables;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /// Of the files below this folder.
  Writeback(Path tables) {
    this.tables = tables;
    thread = Thread.ofPlatform().daemon().name("kith-writeback").start(this);
  }

  /// The functions of the C library; there are none where the kernel is not Linux.
  private record Calls(MethodHandle open, MethodHandle write, MethodHandle close) {
    @SuppressWarnings("restricted") // calls of the C library, by their signatures in its manual
    static Optional<Calls> find() {
      Linker linker = Linker.nativeLinker();
      var library = linker.defaultLookup();
      var open = library.find("open");
      var write = library.find("sync_file_range");
      var close = library.find("close");
      if (open.isEmpty() || write.isEmpty() || close.isEmpty()) {
        return Optional.empty();
      }
      var number = ValueLayout.JAVA_INT;
      var range = ValueLayout.JAVA_LONG;
      return Optional.of(
          new Calls(
              linker.downcallHandle(
                  open.get(),
                  FunctionDescriptor.of(number, ValueLayout.ADDRESS, number),
                  Linker.Option.firstVariadicArg(2)),
              linker.downcallHandle(
                  write.get(), FunctionDescriptor.of(number, number, range, range, number)),
              linker.downcallHandle(close.get(), FunctionDescriptor.of(number, number))));
    }

    /// Begins to write what is dirty of a file, and does not wait for it.
    void begin(Path file) throws Throwable {
      try (Arena arena = Arena.ofConfined()) {
        int opened = (int) open.invokeExact(arena.allocateFrom(file.toString()), WRITE_ONLY);
        if (opened >= 0) {
          int _ = (int) write.invokeExact(opened, 0L, 0L, BEGIN_WRITING);
          int _ = (int) close.invokeExact(opened);
        }
      }
    }
  }

  @Override
  public void run() {
    Optional<Calls> calls = Calls.find();
    List<Path> changing = List.of();
    try {
      for (int at = 0;
          calls.isPresent() && !closing.await(EVERY_MILLIS, TimeUnit.MILLISECONDS);
          at++) {
        changing = at % LOOKS == 0 ? changed() : changing;
        once(calls.get(), changing);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void once(Calls calls, List<Path> changing) {
    try {
      for (Path file : changing) {
        calls.begin(file);
      }
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }

  private List<Path> changed() {
    long since = System.currentTimeMillis() - RECENT_MILLIS;
    try (Stream<Path> files =
        Files.find(
            tables,
            2,
            (_, at) -> at.isRegularFile() && at.lastModifiedTime().toMillis() >= since)) {
      return files.toList();
    } catch (IOException | UncheckedIOException gone) {
      // A table that was dropped meanwhile: the next look finds the others.
      return List.of();
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
