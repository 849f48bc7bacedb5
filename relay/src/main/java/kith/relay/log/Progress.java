package kith.relay.log;

/// Hears how far long work has come; must return at once.
@FunctionalInterface
public interface Progress {
  /// `done` of `all` (in whatever the work counts) are done; `all` may grow while it goes on.
  void at(long done, long all);
}
