package kith.lab.world;

import java.io.Serial;

/// A property of the system did not hold.
final class Broken extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Property property;

  Broken(Property property, String what) {
    super(property.sentence() + " " + what);
    this.property = property;
  }

  /// Which one.
  public Property property() {
    return property;
  }
}
