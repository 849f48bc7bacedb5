package kith.relay.events;

import java.util.Locale;
import java.util.logging.LogRecord;
import kith.relay.events.EventLog.Least;

/// Everything that the relay ever logs. Each is one standing sentence: no id, no address, no path,
/// no size; of a cause, the name of its class and no more.
public enum Event {
  /// Requests are answered from now on.
  STARTED(Least.INFO, "Requests are answered."),
  /// It was asked to stop and has.
  STOPPED(Least.INFO, "Stopped; everything that was acknowledged is stored."),
  /// From now on only safety verbs are stored.
  STORE_FULL(
      Least.WARN, "There is no room: only taking back, resting and leaving are stored; make room."),
  /// Everything is stored again.
  STORE_HAS_ROOM(Least.INFO, "There is room again; everything is stored."),
  /// A lock on the store was held by another program.
  STORE_BUSY(Least.WARN, "Another program holds the store; requests were refused."),
  /// One request met a fault of our own.
  REQUEST_FAILED(Least.WARN, "One request failed; the others are unhurt."),
  /// A live stream may have to wait for the next word.
  HINT_LOST(Least.WARN, "A hint was lost; it is read later."),
  /// What became due has to wait for the next minute.
  DUE_WAITS(Least.WARN, "What was due is not done yet; it is tried again in a minute."),
  /// Push services or the store could not be asked.
  PUSHES_WAIT(Least.WARN, "Pushes are not sent yet; it is tried again."),
  /// What has expired has to wait.
  ERASING_WAITS(Least.WARN, "Erasing what has expired waits; it is tried again."),
  /// PostgreSQL is not reached.
  DATABASE_LOST(Least.WARN, "The database is not reached; requests fail until it is."),
  /// Nothing is heard of the other nodes.
  NODES_NOT_HEARD(Least.WARN, "The other nodes are not heard just now; streams may be late."),
  /// Another node has brought the schema beyond what this one knows.
  TOO_OLD(
      Least.ERROR,
      "The database needs a newer Kith; this one stores nothing more. Start the newer version."),
  /// Nothing may be acknowledged any more; the process ends.
  DISK_FAILED(
      Least.ERROR,
      "The disk failed under the relay; it stops so that nothing is acknowledged that may be lost."
          + " Check the disk, then start again.");

  /// The name of the logger of all of them.
  static final String LOGGER = "kith";

  private final Least least;
  private final String says;

  Event(Least least, String says) {
    this.least = least;
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
    EventLog.tell(record());
  }

  /// It happened because of this, of which only the name of the class is told.
  public void note(Throwable cause) {
    LogRecord record = record();
    record.setThrown(cause);
    EventLog.tell(record);
  }

  private LogRecord record() {
    LogRecord record = new LogRecord(least.level(), says);
    record.setLoggerName(LOGGER);
    record.setParameters(new Object[] {this});
    return record;
  }
}
