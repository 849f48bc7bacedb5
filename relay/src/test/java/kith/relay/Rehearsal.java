package kith.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kith.relay.log.Sample;

/// A relay that starts, answers twice and ends, so that an archive can be made of what it loaded
/// ([ChildClasses]); what only a database needs is loaded by name.
final class Rehearsal {
  private static final List<String> OF_A_DATABASE =
      List.of(
          "kith.relay.log.postgres.PostgresEngine",
          "kith.relay.log.postgres.Lane",
          "kith.relay.log.postgres.Hints",
          "com.zaxxer.hikari.HikariDataSource",
          "com.zaxxer.hikari.pool.HikariPool",
          "org.postgresql.Driver",
          "org.postgresql.jdbc.PgConnection",
          "org.postgresql.jdbc.PgPreparedStatement",
          "org.postgresql.jdbc.PgResultSet",
          "org.postgresql.core.v3.ConnectionFactoryImpl",
          "org.postgresql.core.v3.QueryExecutorImpl");

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    for (String name : OF_A_DATABASE) {
      var _ = Class.forName(name);
    }
    try (Relay relay = Relay.start(RelayConfig.local(Path.of(arguments[0]), 0))) {
      say(relay.port(), "PUT", "/v1/bonds/" + Sample.bond(1).text(), Say.seat(10));
      say(relay.port(), "POST", Say.entriesOf(1), Say.entry(1));
    }
  }

  private static void say(int port, String method, String path, String body) throws IOException {
    String request =
        """
        %s %s HTTP/1.1
        Host: r
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: %d
        Connection: close

        %s"""
            .formatted(method, path, Sample.capability(10).text(), body.length(), body)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      Running.expect("HTTP/1.1 20", new String(answer, StandardCharsets.US_ASCII));
    }
  }
}
