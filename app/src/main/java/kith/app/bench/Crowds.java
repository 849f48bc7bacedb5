package kith.app.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/// Idle live streams in as many relays as the machine's limit of open files asks for, each relay
/// with a process beside it that holds its streams.
final class Crowds implements AutoCloseable {
  /// Streams after which their memory is counted: what only the first ones take is then there.
  private static final int FIRST_STREAMS = 300;

  /// Files that a relay, or whoever holds its streams, needs besides.
  private static final int OTHER_FILES = 200;

  private final List<Part> parts = new ArrayList<>();
  private final Deque<HolderProcess> holders = new ArrayDeque<>();

  /// How many streams there were, over how many relays, and KiB of resident memory for each.
  record Found(int streams, int relays, double kibPerStream) {
    static final Found NONE = new Found(0, 0, 0);
  }

  /// One relay, and what is known of its streams.
  private record Part(Child relay, int first, long kibBefore, int open) {}

  /// How many relays so many streams need.
  static int relays(int streams, long openFiles) {
    return Math.toIntExact(Math.ceilDiv((long) streams, most(openFiles)));
  }

  /// How many streams one relay can hold.
  static long most(long openFiles) {
    return Math.max(1, openFiles - OTHER_FILES);
  }

  /// Opens so many streams of one more relay, or as many as it can in the time that is left.
  void add(Child relay, int streams, LongSupplier nanosLeft) throws IOException {
    HolderProcess holder = HolderProcess.start(relay.port());
    holders.add(holder);
    int first = holder.open(Math.min(FIRST_STREAMS, streams), nanosLeft.getAsLong());
    long before = relay.residentKib();
    int open = holder.open(streams, nanosLeft.getAsLong());
    parts.add(new Part(relay, first, before, open));
  }

  /// What all of them take now.
  Found found() throws IOException {
    long kib = 0;
    int counted = 0;
    int open = 0;
    for (Part part : parts) {
      kib += part.relay().residentKib() - part.kibBefore();
      counted += part.open() - part.first();
      open += part.open();
    }
    return new Found(open, parts.size(), (double) kib / Math.max(1, counted));
  }

  @Override
  public void close() {
    holders.forEach(HolderProcess::close);
  }
}
