package kith.relay.log.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kith.relay.events.Event;

/// Room on the disk that is kept for safety verbs: a file that nothing is read from, given back
/// part by part when there is no other room, and made whole again before anything else is written.
final class Reserve {
  /// The most that one safety verb writes is what ending erases: twice 64 deposits of 72 KiB, page
  /// by page; and as much again for the small acts of many.
  static final int BYTES = 20 << 20;

  /// Given back at a time: what most safety verbs need.
  private static final int PART = 512 << 10;

  private static final int BLOCK = 64 << 10;

  /// The first seconds of a process belong to those who wait for its start.
  private static final long FIRST_SECONDS = 2;

  /// How often what is missing is asked for although the disk says that it has less.
  private static final long TRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path file;
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean wanting;
  private long tried = System.nanoTime() - TRY_NANOS;

  /// One that an earlier process had to spend is made whole before anything else.
  Reserve(Path file) {
    this.file = file;
    long here = file.toFile().length();
    this.wanting = here > 0 && here < BYTES;
  }

  /// Makes the room a while after the start; ends when it is made, or on [#close].
  void begin() {
    try {
      if (!closing.await(FIRST_SECONDS, TimeUnit.SECONDS)) {
        whole();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    closing.countDown();
  }

  /// Whether others than safety verbs may write: all is here, or could be brought back just now.
  synchronized boolean permits() {
    return !wanting || (worthTrying() && whole());
  }

  /// Not at every turn: each try takes what is free and writes it, and those who take something
  /// back wait for it. Some disks say less than they have, so now and then it is tried all the
  // same.
  private boolean worthTrying() {
    long missing = BYTES - file.toFile().length();
    long now = System.nanoTime();
    if (missing > file.toFile().getUsableSpace() && now - tried < TRY_NANOS) {
      return false;
    }
    tried = now;
    return true;
  }

  /// There was no room for others: from now on they wait until the reserve is whole.
  synchronized void want() {
    become(true);
  }

  private void become(boolean now) {
    if (now != wanting) {
      (now ? Event.STORE_FULL : Event.STORE_HAS_ROOM).note();
    }
    wanting = now;
  }

  /// Takes what is missing from the disk; whether all is here now.
  private synchronized boolean whole() {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.size() < BYTES) {
        grow(channel);
      }
      become(false);
    } catch (IOException full) {
      // What is here is kept.
      become(true);
    }
    return !wanting;
  }

  /// Not with zeros, which some file systems keep without any room.
  private static void grow(FileChannel channel) throws IOException {
    SplittableRandom random = new SplittableRandom();
    byte[] block = new byte[BLOCK];
    random.nextBytes(block);
    for (long at = channel.size(); at < BYTES; at = channel.size()) {
      int length = Math.toIntExact(Math.min(BLOCK, BYTES - at));
      channel.write(ByteBuffer.wrap(block, 0, length), at);
    }
    channel.force(true);
  }

  /// Gives a part back to the disk; false when there is none left.
  synchronized boolean spend() {
    become(true);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long left = channel.size();
      channel.truncate(Math.max(0, left - PART));
      return left > 0;
    } catch (IOException cannot) {
      return false;
    }
  }
}
