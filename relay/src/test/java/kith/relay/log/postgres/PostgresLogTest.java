package kith.relay.log.postgres;

import java.nio.file.Path;
import java.time.Clock;
import kith.relay.log.RelayLog;
import kith.relay.log.VotesContract;

/// PostgreSQL keeps the contract.
final class PostgresLogTest extends VotesContract {
  @Override
  protected RelayLog open(Path at, Clock day) {
    return PostgresLog.open(TestDatabase.url(at), day);
  }
}
