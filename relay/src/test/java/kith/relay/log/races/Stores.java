package kith.relay.log.races;

import java.nio.file.Path;
import java.time.Clock;
import kith.relay.log.LastResort;
import kith.relay.log.RelayLog;
import kith.relay.log.postgres.PostgresLog;
import kith.relay.log.postgres.TestDatabase;
import kith.relay.log.sqlite.MemoryStore;
import kith.relay.log.sqlite.SqliteLog;

/// The stores that races run on: in memory, SQLite, and PostgreSQL with two nodes.
enum Stores {
  MEMORY {
    @Override
    Opened open(Path folder, Clock clock) {
      RelayLog log = new MemoryStore().open(clock);
      return new Opened("memory", log, log);
    }
  },
  SQLITE {
    @Override
    Opened open(Path folder, Clock clock) {
      RelayLog log = SqliteLog.open(folder, clock, FAIL);
      return new Opened("SQLite", log, log);
    }
  },
  POSTGRES {
    @Override
    Opened open(Path folder, Clock clock) {
      String url = TestDatabase.url(folder);
      return new Opened(
          "PostgreSQL, two nodes", PostgresLog.open(url, clock), PostgresLog.open(url, clock));
    }
  };

  private static final LastResort FAIL =
      (why, cause) -> {
        throw new IllegalStateException(why, cause);
      };

  abstract Opened open(Path folder, Clock clock);

  /// A store seen from two nodes, which may be one.
  record Opened(String name, RelayLog first, RelayLog second) implements AutoCloseable {
    @Override
    public void close() {
      first.close();
      if (!second.equals(first)) {
        second.close();
      }
    }
  }
}
