package kith.relay.events;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// Everything that the relay ever logs. Each is one standing sentence: no id, no address, no path,
/// no size; of a cause, the name of its class and no more.
public enum Event {
  /// Requests are answered from now on.
  STARTED(Level.INFO, "Requests are answered."),
  /// It was asked to stop and has.
  STOPPED(Level.INFO, "Stopped; everything that was acknowledged is stored."),
  /// From now on only safety verbs are stored.
  STORE_FULL(
      Level.WARNING,
      "There is no room: only taking back, resting and leaving are stored; make room."),
  /// Everything is stored again.
  STORE_HAS_ROOM(Level.INFO, "There is room again; everything is stored."),
  /// A lock on the store was held by another program.
  STORE_BUSY(Level.WARNING, "Another program holds the store; requests were refused."),
  /// One request met a fault of our own.
  REQUEST_FAILED(Level.WARNING, "One request failed; the others are unhurt."),
  /// A live stream may have to wait for the next word.
  HINT_LOST(Level.WARNING, "A hint was lost; it is read later."),
  /// What became due has to wait for the next minute.
  DUE_WAITS(Level.WARNING, "What was due is not done yet; it is tried again in a minute."),
  /// What has expired has to wait.
  ERASING_WAITS(Level.WARNING, "Erasing what has expired waits; it is tried again."),
  /// PostgreSQL is not reached.
  DATABASE_LOST(Level.WARNING, "The database is not reached; requests fail until it is."),
  /// Nothing is heard of the other nodes.
  NODES_NOT_HEARD(Level.WARNING, "The other nodes are not heard just now; streams may be late."),
  /// Nothing may be acknowledged any more; the process ends.
  DISK_FAILED(
      Level.SEVERE,
      "The disk failed under the relay; it stops so that nothing is acknowledged that may be lost."
          + " Check the disk, then start again.");

  /// The name of the logger of all of them.
  static final String LOGGER = "kith";

  private final Level level;
  private final String says;

  Event(Level level, String says) {
    this.level = level;
    this.says = says;
  }

  /// The stable name, such as `store-full`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// One sentence that is the same for every occurrence.
  public String says() {
    return says;
  }

  /// It happened.
  public void note() {
    EventLog.tell(new Noted(this));
  }

  /// It happened because of this, of which only the name of the class is told.
  public void note(Throwable cause) {
    Noted noted = new Noted(this);
    noted.setThrown(cause);
    EventLog.tell(noted);
  }

  /// One occurrence.
  static final class Noted extends LogRecord {
    private final transient Event event;

    Noted(Event event) {
      super(event.level, event.says);
      this.event = event;
      setLoggerName(LOGGER);
    }

    Event event() {
      return event;
    }
  }
}
