package kith.relay.events;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes events as lines, each one JSON object: `time` (to the minute), `level`, `event`, `says`,
/// and `cause` where there is one. Of what libraries log, only that they did and how grave it is:
/// their messages may hold addresses.
public final class EventLog extends Handler {
  private static volatile @Nullable EventLog current;

  private final PrintStream out;

  private EventLog(PrintStream out) {
    this.out = out;
  }

  /// How much is written.
  public enum Least {
    /// Nothing.
    OFF,
    /// What ends the process.
    ERROR,
    /// And what an operator should look at.
    WARN,
    /// And starting, stopping, recovering.
    INFO;

    Level level() {
      return switch (this) {
        case OFF -> Level.OFF;
        case ERROR -> Level.SEVERE;
        case WARN -> Level.WARNING;
        case INFO -> Level.INFO;
      };
    }
  }

  /// From now on this process logs so, and in no other way.
  public static void begin(PrintStream out, Least least) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(least.level());
    EventLog log = new EventLog(out);
    log.setLevel(least.level());
    root.addHandler(log);
    current = log;
  }

  /// An event of our own. Not by way of the root logger, which loses its handlers while the process
  /// is stopping; before [#begin] it goes the common way.
  static void tell(LogRecord record) {
    EventLog log = current;
    if (log == null) {
      Logger.getLogger(Event.LOGGER).log(record);
    } else {
      log.publish(record);
    }
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      out.println(line(record));
    }
  }

  /// The line of a record.
  static String line(LogRecord record) {
    StringBuilder line = new StringBuilder("{");
    field(line, "time", time(record));
    field(line, "level", level(record.getLevel()));
    Event event = ours(record);
    if (event == null) {
      field(line, "event", "library");
      field(line, "says", "A library has something to say; it is left out.");
      field(line, "library", library(record.getLoggerName()));
    } else {
      field(line, "event", event.wireName());
      field(line, "says", event.says());
    }
    Throwable cause = record.getThrown();
    if (cause != null) {
      field(line, "cause", cause.getClass().getName());
    }
    return line.append('}').toString();
  }

  private static @Nullable Event ours(LogRecord record) {
    Object[] parameters = record.getParameters();
    return parameters != null && parameters.length == 1 && parameters[0] instanceof Event event
        ? event
        : null;
  }

  private static String time(LogRecord record) {
    Instant minute = Instant.ofEpochMilli(record.getMillis()).truncatedTo(ChronoUnit.MINUTES);
    return minute.toString();
  }

  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "error";
    }
    return level.intValue() >= Level.WARNING.intValue() ? "warn" : "info";
  }

  /// A logger is named after a class; anything else may come from outside.
  private static String library(@Nullable String logger) {
    return logger != null && logger.matches("[A-Za-z0-9_.$]{1,100}") ? logger : "not known";
  }

  /// No value holds a quotation mark, a backslash or a control character.
  private static void field(StringBuilder line, String name, String value) {
    line.append(line.length() > 1 ? "," : "");
    line.append('"').append(name).append("\":\"").append(value).append('"');
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
