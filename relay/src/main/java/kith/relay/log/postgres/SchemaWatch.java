package kith.relay.log.postgres;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kith.relay.events.Event;
import kith.relay.log.sql.Session;

/// Looks, again and again, whether another node has brought the schema beyond what this one can
/// work with.
final class SchemaWatch implements AutoCloseable {
  private static final long EVERY_SECONDS = 10;

  private final Connections connections;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("kith-schema").factory());
  private volatile boolean tooOld;

  SchemaWatch(Connections connections) {
    this.connections = connections;
  }

  void begin() {
    var _ =
        thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /// Whether this node must store nothing more.
  boolean tooOld() {
    return tooOld;
  }

  /// Once too old, always: a schema never goes back.
  void look() {
    try (Session session = new Session(connections.open("kith-schema"))) {
      if (!tooOld && !Schema.permits(session)) {
        tooOld = true;
        Event.TOO_OLD.note();
      }
    } catch (SQLException notReached) {
      // Then nothing is stored either.
      Event.DATABASE_LOST.note(notReached);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
