package kith.relay.log;

/// What to do when the disk can no longer be trusted. In production: say why and stop the process.
@FunctionalInterface
public interface LastResort {
  /// Stops; `why` is one plain sentence without ids.
  void stop(String why, Throwable cause);
}
