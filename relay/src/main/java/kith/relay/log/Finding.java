package kith.relay.log;

/// One thing that was looked at, and what was found: `what` names it, `says` is a plain sentence,
/// with the remedy where there is something to mend. Never an id, a handle or a box.
public record Finding(Level level, String what, String says) {
  /// How it stands.
  public enum Level {
    /// As it should be.
    GOOD,
    /// Works, and should be looked at.
    LOOK,
    /// Must be mended.
    BAD
  }

  /// As it should be.
  public static Finding good(String what, String says) {
    return new Finding(Level.GOOD, what, says);
  }

  /// Works, and should be looked at.
  public static Finding look(String what, String says) {
    return new Finding(Level.LOOK, what, says);
  }

  /// Must be mended.
  public static Finding bad(String what, String says) {
    return new Finding(Level.BAD, what, says);
  }
}
