package kith.client;

import java.io.Serial;

/// The relay did not answer, or what came was no answer: trying again later is safe.
public final class Unreachable extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public Unreachable(String what) {
    super(what);
  }

  public Unreachable(String what, Throwable cause) {
    super(what, cause);
  }
}
