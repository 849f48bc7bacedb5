package kith.relay.log.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import kith.relay.log.CannotOpen;
import kith.relay.log.sql.Session;

/// Opens connections with the settings that durability rests on.
final class Connections {
  /// A server that says nothing for so long is given up, and the connection with it.
  private static final String SOCKET_SECONDS = "30";

  private static final String CONNECT_SECONDS = "10";

  private static final long POOL_WAIT_MILLIS = 10_000;

  /// Every commit waits for the disk; plans are the ones that stay right when tables grow: an
  /// index for each row that is asked for.
  private static final List<String> SETTINGS =
      List.of(
          "SET synchronous_commit = on",
          "SET enable_seqscan = off",
          "SET enable_hashjoin = off",
          "SET enable_mergejoin = off",
          "SET jit = off",
          "SET plan_cache_mode = force_generic_plan");

  private final String url;

  Connections(String url) {
    this.url = url;
  }

  private Properties properties(String name) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", name);
    properties.setProperty("socketTimeout", SOCKET_SECONDS);
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("reWriteBatchedInserts", "false");
    return properties;
  }

  /// A connection whose statements are each a transaction until it is told otherwise.
  Connection open(String name) throws SQLException {
    Connection connection = DriverManager.getConnection(url, properties(name));
    try (var statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
    return connection;
  }

  /// A pool of so many connections for reading only.
  HikariDataSource readers(int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties("kith-read"));
    config.setMaximumPoolSize(size);
    config.setReadOnly(true);
    config.setConnectionTimeout(POOL_WAIT_MILLIS);
    config.setConnectionInitSql(String.join("; ", SETTINGS));
    config.setPoolName("kith-read");
    return new HikariDataSource(config);
  }

  /// Refuses a server that would lose what it has acknowledged.
  void demandDurable(Session session) throws SQLException {
    for (String setting : List.of("fsync", "full_page_writes")) {
      String value = session.first("SHOW " + setting, row -> row.getString(1)).orElse("not known");
      if (!value.equals("on")) {
        throw new CannotOpen(
            ("The database runs with %s = %s and could lose what it has acknowledged;"
                    + " set it to on and start again.")
                .formatted(setting, value));
      }
    }
  }
}
