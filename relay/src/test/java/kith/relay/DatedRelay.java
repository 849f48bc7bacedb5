package kith.relay;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kith.relay.http.Listener;

/// For the browser's tests, which start it from this file: the relay itself, under a clock that
/// moves on by so many days for each line that comes in, as if it had been off meanwhile. It
/// answers each line with one, once all is done that has become due.
final class DatedRelay {
  private static final int MINUTES = 1440;

  private final int port;
  private final Path data;
  private long days;
  private Relay relay;

  private DatedRelay(int port, Path data) {
    this.port = port;
    this.data = data;
    this.relay = start();
  }

  public static void main(String[] given) throws Exception {
    DatedRelay dated = new DatedRelay(Integer.parseInt(given[0]), Path.of(given[1]));
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      dated.pass(Long.parseLong(line));
      System.out.println("passed " + line);
    }
    dated.relay.close();
  }

  private Relay start() {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
    List<Listener> here = List.of(Listener.local(port));
    return Relay.start(new RelayConfig(data, here, null, clock, RelayConfig.SITE));
  }

  /// A clock that makes a step is not believed for an hour; so the times that the relay has kept
  /// are moved with it.
  private void pass(long more) throws Exception {
    relay.close();
    days += more;
    String address = "jdbc:sqlite:" + data.resolve("kith.db");
    String move = "UPDATE tick_time SET reached = reached + ?, seen = seen + ?, held = held + ?";
    try (var connection = DriverManager.getConnection(address);
        PreparedStatement moved = connection.prepareStatement(move)) {
      for (int at = 1; at <= 3; at++) {
        moved.setLong(at, more * MINUTES);
      }
      moved.executeUpdate();
    }
    relay = start();
    // What becomes due is looked for once a minute; here it is looked for now.
    var look = Relay.class.getDeclaredMethod("letTimePass");
    look.setAccessible(true);
    look.invoke(relay);
  }
}
