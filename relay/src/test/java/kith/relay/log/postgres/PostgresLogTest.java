package kith.relay.log.postgres;

import java.nio.file.Path;
import java.time.Clock;
import kith.relay.log.InvitationsContract;
import kith.relay.log.RelayLog;

/// PostgreSQL keeps the contract.
final class PostgresLogTest extends InvitationsContract {
  @Override
  protected RelayLog open(Path at, Clock day) {
    return PostgresLog.open(TestDatabase.url(at), day);
  }
}
