package kith.relay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventLogTest {
  private static final String SECRET = "203.0.113.77 \"capability\" \n {";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private List<String> lines(EventLog.Least least, Runnable what) {
    EventLog.begin(new PrintStream(bytes, true, StandardCharsets.UTF_8), least);
    what.run();
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @AfterEach
  void quiet() {
    EventLog.begin(System.err, EventLog.Least.WARN);
  }

  @Test
  void a_cause_tells_the_name_of_its_class_and_no_more() {
    List<String> lines =
        lines(EventLog.Least.INFO, () -> Event.REQUEST_FAILED.note(new SQLException(SECRET)));
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .matches(
            "\\{\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z\",\"level\":\"warn\","
                + "\"event\":\"request-failed\",\"says\":\"One request failed; the others are"
                + " unhurt.\",\"cause\":\"java.sql.SQLException\"}");
  }

  @Test
  void what_a_library_says_is_left_out() {
    Logger library = Logger.getLogger("io.library.Thing");
    List<String> lines =
        lines(
            EventLog.Least.INFO,
            () -> {
              library.log(Level.SEVERE, SECRET, new IllegalStateException(SECRET));
              library.log(Level.WARNING, "{0}", SECRET);
              Logger.getLogger(SECRET).warning("said");
            });
    assertThat(lines).hasSize(3).noneMatch(line -> line.contains("203") || line.contains("{ "));
    assertThat(lines.getFirst())
        .contains("\"level\":\"error\"", "\"library\":\"io.library.Thing\"");
    assertThat(lines.getLast()).contains("\"library\":\"not known\"");
  }

  @Test
  void a_level_leaves_out_what_is_less_grave() {
    Runnable all =
        () -> {
          Event.STARTED.note();
          Event.STORE_FULL.note();
          Event.DISK_FAILED.note(new SQLException("x"));
        };
    assertThat(lines(EventLog.Least.WARN, all)).hasSize(2);
    bytes.reset();
    assertThat(lines(EventLog.Least.ERROR, all)).hasSize(1);
    bytes.reset();
    assertThat(lines(EventLog.Least.OFF, all)).isEmpty();
  }

  @Test
  void every_event_is_a_line_without_characters_that_json_would_escape() {
    for (Event event : Event.values()) {
      String line = EventLog.line(new LogRecord(Level.INFO, event.says()));
      assertThat(line).doesNotContain(event.says());
      assertThat(event.says()).doesNotContain("\"", "\\", "\n").endsWith(".");
      assertThat(event.wireName()).matches("[a-z-]+");
    }
  }
}
