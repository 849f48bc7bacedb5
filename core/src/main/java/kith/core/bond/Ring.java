package kith.core.bond;

/// How deep: 1 surface, 2 opening, 3 close, 4 core.
public record Ring(int depth) {
  /// The outermost ring.
  public static final int OUTERMOST = 1;

  /// The innermost ring.
  public static final int INNERMOST = 4;

  public Ring {
    if (depth < OUTERMOST || depth > INNERMOST) {
      throw new IllegalArgumentException("a ring is 1 to 4");
    }
  }
}
