package kith.app.bench;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/// Many idle live streams, each of one seat.
final class Crowd implements AutoCloseable {
  /// Streams of one seat: below what a relay permits a seat.
  private static final int PER_SEAT = 5;

  /// Streams that may wait for their first word at a time, so that no backlog overflows.
  private static final int AT_ONCE = 500;

  /// For a stream's first word: 20,000 of them are kept.
  private static final int WORD_BYTES = 1024;

  private final Selector selector = Selector.open();
  private final List<Talk> talks = new ArrayList<>();
  private int greeted;

  Crowd() throws IOException {}

  /// Bonds that so many streams need.
  static int bonds(int streams) {
    return streams / (2 * PER_SEAT) + 1;
  }

  /// Opens streams until there are so many, or as many as it can in this time; how many got their
  /// first word, those of before with them.
  int open(int port, int streams, long patienceNanos) throws IOException {
    long end = System.nanoTime() + patienceNanos;
    for (int i = talks.size(); i < streams && System.nanoTime() < end; i++) {
      Object[] attachment = new Object[1];
      Talk talk = new Talk(port, selector, attachment, WORD_BYTES);
      attachment[0] = talk;
      talks.add(talk);
      int seat = i / PER_SEAT;
      talk.send(Ask.live(seat / 2, seat % 2));
      while (talks.size() - greeted > AT_ONCE && System.nanoTime() < end) {
        hear();
      }
    }
    while (greeted < talks.size() && System.nanoTime() < end) {
      hear();
    }
    return greeted;
  }

  private void hear() throws IOException {
    selector.select(
        key -> {
          try {
            if (((Talk) ((Object[]) key.attachment())[0]).drain() > 0) {
              greeted++;
            }
            key.cancel();
          } catch (IOException lost) {
            key.cancel();
          }
        },
        10);
  }

  @Override
  public void close() throws IOException {
    for (Talk talk : talks) {
      talk.close();
    }
    selector.close();
  }
}
