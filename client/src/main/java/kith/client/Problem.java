package kith.client;

import java.io.Serial;

/// The relay answered, and said no.
public final class Problem extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String name;

  Problem(String name) {
    super(name);
    this.name = name;
  }

  /// Its name in docs/protocol.md, or `unknown`.
  public String name() {
    return name;
  }
}
