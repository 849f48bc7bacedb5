package kith.relay.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import kith.relay.log.RelayLog;
import kith.relay.log.VaultsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The store in memory keeps the contract.
final class MemoryLogTest extends VaultsContract {
  private final Map<Path, MemoryStore> stores = new HashMap<>();

  @Override
  protected RelayLog open(Path at, Clock day) {
    return stores.computeIfAbsent(at, _ -> new MemoryStore()).open(day);
  }

  @AfterEach
  void letGo() {
    stores.values().forEach(MemoryStore::close);
  }

  @Test
  void it_keeps_nothing_on_disk() {
    value(append(ONE, 1));
    assertThat(folder()).isEmptyDirectory();
  }
}
