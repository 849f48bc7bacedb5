package kith.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import kith.relay.log.RelayLog;
import kith.relay.log.sqlite.SqliteLog;

/// The bench's whole exchanges for a rehearsal: nothing is measured.
public final class Practice {
  private static final int BONDS = 300;

  private Practice() {}

  /// Makes a folder of data with bonds to work on.
  public static void fill(Path data) {
    Prefill.Past past = new Prefill.Past(BONDS);
    try (RelayLog log = SqliteLog.open(data, past, Practice::failed)) {
      Prefill.fill(log, past, BONDS, new Progress(System.err, false));
    }
  }

  /// Works so many seconds; whether every request was answered well.
  public static boolean work(int port, double seconds) throws IOException {
    try (Exchanges load = new Exchanges(port, BONDS, 0)) {
      Exchanges.Phase full = load.full(seconds / 2);
      Exchanges.Phase half = load.steady(seconds / 2, full.perSecond() / 2);
      return full.failed() + half.failed() == 0;
    }
  }

  private static void failed(String why, Throwable cause) {
    throw new IllegalStateException(why, cause);
  }
}
