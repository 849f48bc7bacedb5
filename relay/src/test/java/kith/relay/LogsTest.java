package kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kith.relay.log.Sample;
import kith.wire.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D33: a whole exchange, with everything that may go wrong in it, and then a search of all that
/// was printed for every id, secret, box and address in it.
final class LogsTest {
  private static final int EXPIRES = Days.of(System.currentTimeMillis()) + 20;
  private static final String SMALL = Say.b64(Sample.box(1024, 5));
  private static final Pattern JSON_LINE =
      Pattern.compile("\\{(\"[a-z]+\":\"[^\"\\\\\\p{Cntrl}]*\"[,}])+");

  @TempDir Path folder;

  private final List<String> statuses = new ArrayList<>();

  private void send(
      ChildRelay relay, String method, String path, @Nullable Long who, @Nullable String body) {
    HttpRequest.Builder request = relay.request(method, path, who, body);
    request.header("User-Agent", "SomeBrowser/1.2").header("X-Forwarded-For", "203.0.113.77");
    statuses.add(String.valueOf(relay.send(request).statusCode()));
  }

  private void exchange(ChildRelay relay) throws Exception {
    String bond = "/v1/bonds/" + Sample.bond(1).text();
    String invitation = "/v1/invitations/" + Sample.invitation(1).text();
    send(relay, "PUT", bond, null, Say.seat(10));
    send(relay, "PUT", invitation, 10L, Say.offer(1, 1, EXPIRES));
    send(relay, "GET", invitation, null, null);
    send(relay, "PUT", invitation + "/accept", null, Say.accept(2, 20));
    send(relay, "PUT", invitation + "/confirm", 10L, Say.confirm(3));
    try (LiveReader live = new LiveReader(relay.port(), Say.live(1, 10))) {
      live.awaitText(Say.nudge(1, 0));
      send(relay, "POST", Say.entriesOf(1), 10L, Say.entry(1));
      send(relay, "PUT", Say.gateOf(1, 1), 10L, Say.deposit(1, EXPIRES, Sample.words(1)));
      send(relay, "PUT", Say.gateOf(1, 1), 20L, Say.deposit(1, EXPIRES, Sample.words(2)));
      live.awaitText(Say.nudge(1, 2));
    }
    send(relay, "GET", Say.entriesOf(1), 20L, null);
    String tombstone = "{\"tombstone\":\"" + SMALL + "\"}";
    send(relay, "PUT", Say.entriesOf(1) + "/2/tombstone", 10L, tombstone);
    send(relay, "PUT", bond + "/seat", 10L, Say.seat(11));
    wrong(relay);
    String end = "{\"handle\":\"%s\",\"event\":\"%s\"}".formatted(Sample.handle(9).text(), SMALL);
    send(relay, "POST", bond + "/end", 20L, end);
  }

  private void wrong(ChildRelay relay) {
    send(relay, "GET", Say.entriesOf(1), 10L, null);
    send(relay, "GET", Say.entriesOf(7), 99L, null);
    send(relay, "POST", Say.entriesOf(1), 11L, "{\"handle\":\"" + Sample.handle(3).text());
    send(relay, "GET", "/v1/none/" + Sample.bond(1).text(), 11L, null);
    send(relay, "GET", "/files/" + Sample.capability(11).text() + ".js", null, null);
  }

  private static void breakTheStore(ChildRelay relay, Path data, Runnable meanwhile)
      throws Exception {
    try (Connection tool = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("kith.db"));
        var statement = tool.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      meanwhile.run();
      statement.execute("ROLLBACK");
    }
    assertThat(relay.output()).contains("\"event\":\"store-busy\"");
  }

  private static List<String> secrets() {
    List<String> all = new ArrayList<>(List.of("203.0.113.77", "SomeBrowser", "127.0.0.1", SMALL));
    for (long number : List.of(1L, 2L, 3L, 7L, 9L, 10L, 11L, 20L, 99L)) {
      all.add(Sample.bond(number).text());
      all.add(Sample.gate(number).text());
      all.add(Sample.handle(number).text());
      all.add(Sample.invitation(number).text());
      all.add(Sample.capability(number).text());
      all.add(Sample.hash(number).text());
      all.add(Say.b64(Sample.box(40, number)));
      all.add(Say.b64(Sample.box(1024, number)).substring(0, 40));
    }
    return all;
  }

  @Test
  void after_a_whole_exchange_nothing_of_it_stands_in_the_log() throws Exception {
    Path data = folder.resolve("data");
    ChildRelay relay = ChildRelay.start(data, folder.resolve("output"));
    try (relay) {
      exchange(relay);
      breakTheStore(relay, data, () -> send(relay, "POST", Say.entriesOf(1), 20L, Say.entry(2)));
      relay.stop();
    }
    assertThat(statuses).contains("200", "201", "400", "401", "404", "500");
    String output = relay.output();
    assertThat(output).contains("\"event\":\"started\"", "\"event\":\"stopped\"");
    assertThat(secrets()).noneMatch(output::contains);
    assertThat(output.lines().filter(line -> !line.startsWith("relay on ")))
        .allMatch(line -> JSON_LINE.matcher(line).matches());
  }
}
