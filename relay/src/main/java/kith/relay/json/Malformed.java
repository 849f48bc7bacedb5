package kith.relay.json;

import kith.wire.Checked;

/// Found while reading: which field is wrong and why. Never leaves this package.
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String why;

  Malformed(String field, String why) {
    super(why, null, false, false);
    this.field = field;
    this.why = why;
  }

  <T> Checked<T> asChecked() {
    return new Checked.Bad<>(field, why);
  }
}
