package kith.relay.log.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kith.relay.events.Event;
import kith.relay.log.Watcher;
import kith.relay.log.sql.Trip;
import kith.relay.log.sql.Turn;
import kith.wire.BondId;
import kith.wire.Id;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Word from node to node of what is new (LISTEN and NOTIFY), once for each group of writes. Hints
/// only: who has missed one is told to look.
final class Hints implements Runnable {
  private static final String CHANNEL = "kith_seq";

  private static final String TELL =
      "SELECT pg_notify('" + CHANNEL + "', words) FROM unnest(?::text[]) AS words";

  /// Bonds in one word: PostgreSQL takes payloads of less than 8,000 bytes, and a bond with its
  /// position has at most 43.
  private static final int BONDS_PER_WORD = 180;

  /// After a bond, in place of a position: a capability is dead.
  private static final String ROTATED = "=rotated";

  private static final int WAIT_MILLIS = 1_000;
  private static final long BETWEEN_TRIES_MILLIS = 250;

  private final Connections connections;
  private final String node = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Connection open;
  private volatile Watcher watcher = (_, _) -> {};

  Hints(Connections connections) {
    this.connections = connections;
  }

  void watch(Watcher newWatcher) {
    watcher = newWatcher;
  }

  /// Tells the other nodes, in the transaction that writes.
  void tell(Trip trip, List<Turn.Nudge> nudges) {
    if (nudges.isEmpty()) {
      return;
    }
    Map<String, Long> positions = new TreeMap<>();
    List<String> all = new ArrayList<>();
    for (Turn.Nudge nudge : nudges) {
      if (nudge.isRotation()) {
        all.add(nudge.bond().text() + ROTATED);
      } else {
        positions.merge(nudge.bond().text(), nudge.seq(), Math::max);
      }
    }
    positions.forEach((bond, seq) -> all.add(bond + "=" + seq));
    List<String> words = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BONDS_PER_WORD) {
      int to = Math.min(all.size(), from + BONDS_PER_WORD);
      words.add(node + " " + String.join(" ", all.subList(from, to)));
    }
    Object payloads = words.toArray(String[]::new);
    trip.run(TELL, payloads);
  }

  /// Tells those who listen at this node, after the commit. A hint only: whoever misses it reads
  /// later.
  void tellHere(List<Turn.Nudge> nudges) {
    try {
      nudges.forEach(nudge -> nudge.tell(watcher));
    } catch (RuntimeException nobodyListens) {
      Event.HINT_LOST.note(nobodyListens);
    }
  }

  @Override
  public void run() {
    boolean over = false;
    while (!over) {
      try (Connection connection = connections.open("kith-listen")) {
        open = connection;
        listen(connection);
      } catch (SQLException lost) {
        sayUnlessClosing(lost);
      }
      over = closingWithin(BETWEEN_TRIES_MILLIS);
    }
  }

  private void sayUnlessClosing(SQLException lost) {
    if (closing.getCount() > 0) {
      Event.NODES_NOT_HEARD.note(lost);
    }
  }

  private boolean closingWithin(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    watcher.missed();
    PGConnection heard = connection.unwrap(PGConnection.class);
    while (closing.getCount() > 0) {
      for (PGNotification notification : heard.getNotifications(WAIT_MILLIS)) {
        hear(notification.getParameter());
      }
    }
  }

  private void hear(String words) {
    String[] parts = words.split(" ", -1);
    if (parts[0].equals(node)) {
      return;
    }
    for (int i = 1; i < parts.length; i++) {
      position(parts[i]).ifPresent(nudge -> tellHere(List.of(nudge)));
    }
  }

  /// Empty for what a node of another version may say in other words.
  private static Optional<Turn.Nudge> position(String word) {
    int equals = word.indexOf('=');
    if (equals > 0 && word.substring(equals).equals(ROTATED)) {
      return Id.read(word.substring(0, equals)).map(id -> Turn.Nudge.rotation(new BondId(id)));
    }
    if (equals < 0 || !word.substring(equals + 1).matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long seq = Long.parseLong(word.substring(equals + 1));
    return Id.read(word.substring(0, equals)).map(id -> new Turn.Nudge(new BondId(id), seq));
  }

  void close() {
    closing.countDown();
    try {
      Connection listening = open;
      if (listening != null) {
        listening.abort(Runnable::run); // wakes the thread that waits for word
      }
    } catch (SQLException alreadyGone) {
      // Then it wakes by itself.
    }
  }
}
