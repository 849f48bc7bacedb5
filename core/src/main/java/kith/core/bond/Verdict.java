package kith.core.bond;

/// What the rules say to one act.
public sealed interface Verdict {
  /// It may be.
  Verdict ALLOWED = new Allowed();

  /// It may be.
  record Allowed() implements Verdict {}

  /// It may not be, and why.
  record Refused(Reason reason) implements Verdict {}
}
