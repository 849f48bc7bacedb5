package kith.app.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Whole exchanges over many connections: a card is drawn (append), both deposit, the gate opens,
/// both read; beside them, some streams that hear of it. One thread, so that it costs little.
final class Exchanges implements AutoCloseable {
  /// Connections that work at a time.
  private static final int CONNECTIONS = 256;

  /// Live streams that are open meanwhile.
  private static final int STREAMS = 64;

  /// The share of a circle after which steps of it lie farthest from each other.
  private static final double GOLDEN = 0.618;

  private static final long NANOS = 1_000_000_000L;

  /// What came of a phase. `failed` requests were answered with something else than success.
  record Phase(int exchanges, double seconds, Times times, int failed, long heard) {
    double perSecond() {
      return exchanges / seconds;
    }

    /// Both together, as if they had been one.
    Phase and(Phase other) {
      return new Phase(
          exchanges + other.exchanges,
          seconds + other.seconds,
          times.and(other.times),
          failed + other.failed,
          heard + other.heard);
    }
  }

  private final Selector selector = Selector.open();
  private final Ask ask = new Ask(1);
  private final List<Talk> talks = new ArrayList<>();
  private final Deque<One> free = new ArrayDeque<>();
  private final long[] after;
  private final int stride;
  private final int apart;
  private int nextBond;
  private Times times = new Times();
  private int done;
  private int failed;
  private long heard;

  /// With so many bonds, each of which has so many entries.
  Exchanges(int port, int bonds, int entries) throws IOException {
    this(port, bonds, 1, entries);
  }

  /// With so many bonds, so far apart among all there are.
  Exchanges(int port, int bonds, int apart, int entries) throws IOException {
    this.apart = apart;
    after = new long[bonds];
    Arrays.fill(after, entries);
    stride = stride(bonds);
    for (int i = 0; i < Math.min(CONNECTIONS, bonds); i++) {
      One one = new One();
      one.talk = open(port, one);
      free.add(one);
    }
    for (int i = 0; i < Math.min(STREAMS, bonds); i++) {
      open(port, "stream").send(Ask.live(i * apart, i % 2));
    }
  }

  /// Goes through all bonds before any comes again, and not to the neighbour of the one before.
  private static int stride(int bonds) {
    int stride = Math.max(1, (int) (bonds * GOLDEN));
    while (BigInteger.valueOf(stride).gcd(BigInteger.valueOf(bonds)).intValue() != 1) {
      stride++;
    }
    return stride;
  }

  private Talk open(int port, Object owner) throws IOException {
    Object[] attachment = {owner, null};
    Talk talk = new Talk(port, selector, attachment, Talk.ANSWER_BYTES);
    attachment[1] = talk;
    talks.add(talk);
    return talk;
  }

  /// One exchange under way.
  private final class One {
    private @org.jspecify.annotations.Nullable Talk talk;
    private int bond;
    private int step;
    private String gate = "";
    private long sent;

    void begin(long due) throws IOException {
      bond = nextBond;
      nextBond = (int) (((long) nextBond + stride) % after.length);
      step = 0;
      gate = ask.newId();
      send();
      sent = due;
    }

    private void send() throws IOException {
      sent = System.nanoTime();
      if (talk != null) {
        talk.send(
            switch (step) {
              case 0 -> ask.append(bond * apart);
              case 1, 2 -> ask.deposit(bond * apart, step - 1, gate);
              default -> ask.read(bond * apart, step - 3, after[bond]);
            });
      }
    }

    /// An answer is there; whether the exchange is over.
    boolean answered(int status) throws IOException {
      times.add(System.nanoTime() - sent);
      if (status != 200) {
        failed++;
      }
      step++;
      if (step < 5) {
        send();
        return false;
      }
      after[bond] += 2;
      done++;
      return true;
    }
  }

  /// As many as go, for so many seconds.
  Phase full(double seconds) throws IOException {
    return run(seconds, Double.MAX_VALUE);
  }

  /// So many a second, at even times; an exchange that has to wait for a connection has begun to
  /// wait when it was due.
  Phase steady(double seconds, double perSecond) throws IOException {
    return run(seconds, perSecond);
  }

  private Phase run(double seconds, double perSecond) throws IOException {
    times = new Times();
    done = 0;
    failed = 0;
    heard = 0;
    long begun = System.nanoTime();
    long end = begun + (long) (seconds * NANOS);
    double between = NANOS / perSecond;
    double due = begun;
    for (long now = begun; now < end; now = System.nanoTime()) {
      while (!free.isEmpty() && due <= now) {
        free.poll().begin(between < 1 ? now : (long) due);
        due = between < 1 ? now : due + between;
      }
      select(between < 1 ? 100 : 1);
    }
    double took = (System.nanoTime() - begun) / (double) NANOS;
    Phase phase = new Phase(done, took, times, failed, heard);
    settle();
    return phase;
  }

  /// Lets what is under way come to its end.
  private void settle() throws IOException {
    long patience = System.nanoTime() + 10 * NANOS;
    int all = talks.size() - Math.min(STREAMS, after.length);
    while (free.size() < all && System.nanoTime() < patience) {
      select(10);
    }
  }

  private void select(int millis) throws IOException {
    selector.select(this::ready, millis);
  }

  private void ready(SelectionKey key) {
    Object[] attachment = (Object[]) key.attachment();
    Talk talk = (Talk) attachment[1];
    try {
      if (key.isWritable()) {
        talk.flush();
      }
      if (key.isReadable()) {
        read(attachment[0], talk);
      }
    } catch (IOException lost) {
      throw new java.io.UncheckedIOException(lost);
    }
  }

  private void read(Object owner, Talk talk) throws IOException {
    if (!(owner instanceof One one)) {
      heard += talk.drain() > 0 ? 1 : 0;
      return;
    }
    int status = talk.take();
    if (status != 0 && one.answered(status)) {
      free.add(one);
    }
  }

  @Override
  public void close() throws IOException {
    for (Talk talk : talks) {
      talk.close();
    }
    selector.close();
  }
}
