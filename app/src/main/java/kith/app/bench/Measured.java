package kith.app.bench;

import kith.relay.log.sql.Replay;

/// What was measured of one store.
record Measured(Exchanges.Phase full, Exchanges.Phase half, Replay.Result replay) {
  private static final double NANOS = 1e9;

  /// How much of what the store can do with the same statements the whole relay reaches.
  double ratio() {
    return (double) replay.playedNanos() / replay.runNanos();
  }

  double rowsPerSecond() {
    return replay.rows() / (replay.runNanos() / NANOS);
  }

  double rawRowsPerSecond() {
    return replay.rows() / (replay.playedNanos() / NANOS);
  }

  double rowsPerGroup() {
    return (double) replay.rows() / Math.max(1, replay.groups());
  }
}
