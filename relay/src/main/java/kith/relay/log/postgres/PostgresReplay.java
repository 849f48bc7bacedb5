package kith.relay.log.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import kith.relay.log.sql.Replay;
import kith.relay.log.sql.Session;

/// Plays a recording on a database as it was before the run, with the same driver and settings, and
/// nothing else around it.
public final class PostgresReplay implements Replay.Player {
  private final Connection connection;
  private final Session session;

  private PostgresReplay(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.session = new Session(connection);
  }

  /// Makes a database like another one, which nobody may be using.
  public static void newDatabase(String adminUrl, String name, String like) throws SQLException {
    try (Session admin = new Session(new Connections(adminUrl).open("kith-bench"))) {
      admin.script("CREATE DATABASE %s TEMPLATE %s".formatted(name, like));
    }
  }

  /// Plays it; the database must be as it was before the run.
  public static Replay.Result play(String url, Path recording) throws IOException, SQLException {
    Connections connections = new Connections(url);
    return Replay.play(recording, () -> new PostgresReplay(connections.open("kith-replay")));
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void commit(long bytes, long operations) throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
